import {
  type AreasFacts,
  effectDrawing,
  type FigureFacts,
  type Locale,
  type MapGeometry,
  mapHeight,
  mapOption,
  rankingHeight,
  rankingOption,
  trendHeight,
  trendOption,
} from '@sillage/indicators';
import type { EChartsOption } from 'echarts';
import type { DrawnMap } from './map-geometry';
import type { FigurePage } from './page-facts';
import { registerGeometry, renderChart } from './render-chart';

const wideWidth = 860;
const narrowWidth = 320;

/** The geometry of a map, known to ECharts under this name. */
export interface NamedMap {
  readonly name: string;
  readonly map: DrawnMap;
}

type Draw = (width: number, sentence: string) => string;

/** Both widths of a figure; null when there is nothing to draw: no value at all, or no contours. */
export function drawFigure(
  figure: Pick<FigurePage, 'id' | 'kind' | 'sentence'>,
  facts: FigureFacts,
  geometry: NamedMap | undefined,
  locale: Locale,
): FigurePage['svg'] {
  const draw = drawing(figure, facts, geometry, locale);
  if (!draw) return null;
  return { wide: draw(wideWidth, figure.sentence), narrow: draw(narrowWidth, figure.sentence) };
}

function drawing(
  { id, kind }: Pick<FigurePage, 'id' | 'kind'>,
  facts: FigureFacts,
  geometry: NamedMap | undefined,
  locale: Locale,
): Draw | undefined {
  const draw =
    (option: (width: number) => EChartsOption, heightOf: (width: number) => number): Draw =>
    (width, sentence) =>
      renderChart(option(width), { width, height: heightOf(width) }, `${id}-${width}`, sentence);
  switch (facts.kind) {
    case 'trend':
      if (!facts.series.some(({ measure }) => 'value' in measure)) return undefined;
      return draw((width) => trendOption(facts, locale, width), trendHeight);
    case 'areas':
      if (kind === 'map') return geometry && mapDrawing(facts, geometry, locale);
      if (!facts.areas.some(({ measure }) => 'value' in measure)) return undefined;
      return draw(
        (width) => rankingOption(facts, locale, width),
        (width) => rankingHeight(facts, locale, width),
      );
    default: {
      const { option, height, pointCount } = effectDrawing(kind, facts, locale);
      return pointCount > 0 ? draw(option, height) : undefined;
    }
  }
}

function mapDrawing(facts: AreasFacts, { name, map }: NamedMap, locale: Locale) {
  return (width: number, sentence: string): string => {
    const isWide = width === wideWidth;
    const geometry: MapGeometry = {
      name: `${name}/${isWide ? 'fine' : 'coarse'}`,
      aspectScale: map.aspectScale,
      outline: map.outline,
    };
    registerGeometry(geometry.name, isWide ? map.features : map.coarseFeatures);
    const size = { width, height: mapHeight(width) };
    return renderChart(mapOption(facts, geometry, locale, width), size, `map-${width}`, sentence);
  };
}
