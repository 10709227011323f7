import {
  type AreasFacts,
  type Locale,
  type MapGeometry,
  mapHeight,
  mapOption,
  rankingHeight,
  rankingOption,
  type TrendFacts,
  trendHeight,
  trendOption,
} from '@sillage/indicators';
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

/** Both widths of a figure; null when there is nothing to draw: no value at all, or no contours. */
export function drawFigure(
  figure: Pick<FigurePage, 'kind' | 'sentence'>,
  facts: TrendFacts | AreasFacts,
  geometry: NamedMap | undefined,
  locale: Locale,
): FigurePage['svg'] {
  const draw = drawing(figure.kind, facts, geometry, locale);
  if (!draw) return null;
  return { wide: draw(wideWidth, figure.sentence), narrow: draw(narrowWidth, figure.sentence) };
}

function drawing(
  kind: FigurePage['kind'],
  facts: TrendFacts | AreasFacts,
  geometry: NamedMap | undefined,
  locale: Locale,
): ((width: number, sentence: string) => string) | undefined {
  if (facts.kind === 'trend') {
    if (!facts.series.some(({ measure }) => 'value' in measure)) return undefined;
    return (width, sentence) =>
      renderChart(trendOption(facts, locale, width), { width, height: trendHeight(width) }, `trend-${width}`, sentence);
  }
  if (kind === 'map') return geometry && mapDrawing(facts, geometry, locale);
  if (!facts.areas.some(({ measure }) => 'value' in measure)) return undefined;
  return (width, sentence) => {
    const height = rankingHeight(facts, locale, width);
    return renderChart(rankingOption(facts, locale, width), { width, height }, `ranking-${width}`, sentence);
  };
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
