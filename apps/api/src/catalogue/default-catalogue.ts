import type { IndicatorDefinition } from '@sillage/indicators';
import { z } from 'zod';
import components from '../../catalogue/indicators/components.json';
import decloisonnement from '../../catalogue/indicators/decloisonnement.json';
import participation from '../../catalogue/indicators/participation.json';
import prevention from '../../catalogue/indicators/prevention.json';
import revitalisation from '../../catalogue/indicators/revitalisation.json';
import sources from '../../catalogue/sources.json';
import { indicatorDefinition, type SourceDefinition, sourceDefinition } from './catalogue.dto';

const indicatorFile = z.strictObject({ version: z.literal(1), indicators: z.array(indicatorDefinition) });
const sourceFile = z.strictObject({ version: z.literal(1), sources: z.array(sourceDefinition) });

/** The indicators that come with Sillage, one file per aim, then the components that only serve to compute others. */
export const shippedIndicators = (): IndicatorDefinition[] =>
  [prevention, participation, decloisonnement, revitalisation, components].flatMap(
    (file) => indicatorFile.parse(file).indicators,
  );

export const shippedSources = (): SourceDefinition[] => sourceFile.parse(sources).sources;
