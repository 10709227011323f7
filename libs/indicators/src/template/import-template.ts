import type { IndicatorDefinition } from '../indicator';
import { type TerritoryLevel, territoryLevels } from '../territory';

/** Columns of a template, in the words that files are read by. */
export const templateColumns = [
  'code_territoire',
  'niveau',
  'libelle',
  'periode',
  'indicateur',
  'valeur',
  'numerateur',
  'denominateur',
  'statut',
] as const;
export type TemplateColumn = (typeof templateColumns)[number];

type Templated = Pick<IndicatorDefinition, 'code' | 'territorialRule' | 'weight' | 'numerator' | 'levels'>;

/** The levels that a file can name in its column of levels. */
const namedLevels: readonly TerritoryLevel[] = territoryLevels.filter(
  (level) => !['commune-part', 'departement-part', 'departement-group', 'region', 'france'].includes(level),
);

/** Levels at which a département can fill in an indicator, the one offered first at the head. */
export function templateLevels({ levels }: Pick<Templated, 'levels'>): readonly TerritoryLevel[] {
  const known = namedLevels.filter((level) => levels.includes(level));
  const first = (['commune', 'departement'] as const).find((level) => known.includes(level)) ?? known[0];
  return first ? [first, ...known.filter((level) => level !== first)] : [];
}

/** What a person fills in: a ratio by its two counts, so that it can be added up; a mean with its weight. */
export function filledColumns({ territorialRule, weight }: Templated): readonly TemplateColumn[] {
  if (territorialRule === 'ratio-of-sums') return ['numerateur', 'denominateur', 'statut'];
  if (territorialRule === 'weighted-mean' && weight === null) return ['valeur', 'denominateur', 'statut'];
  return ['valeur', 'statut'];
}

/** All the columns of an indicator's template, in order. */
export function columnsOfTemplate(indicator: Templated): readonly TemplateColumn[] {
  const filled = filledColumns(indicator);
  return templateColumns.filter((column) => templateColumns.indexOf(column) < 5 || filled.includes(column));
}

/** The component that feeds a derived indicator, which no file gives; the indicator's own code otherwise. */
export const templatedCode = ({ code, territorialRule, numerator }: Templated): string =>
  territorialRule === 'derived' && numerator !== null ? numerator : code;
