import type { EChartsOption } from 'echarts';
import type { Locale } from '../wording/locale';
import { typeset } from '../wording/typeset';
import { chartStyle, isNarrow } from './chart-style';
import type { AreasFacts } from './facts';
import { composeMap } from './map';
import { areaColor, mapClasses, patternOf } from './map-classes';
import { spokenMeasure } from './measure-cell';
import { tokens } from './tokens';

/** A map that echarts.registerMap knows, and how to lay it flat. */
export interface MapGeometry {
  readonly name: string;
  /** Width of one unit of longitude relative to one of latitude: the cosine of the middle latitude. */
  readonly aspectScale: number;
  /** Code of the feature that outlines the whole, if the geometry has one. */
  readonly outline: string | null;
}

export const mapHeight = (width: number): number => (isNarrow(width) ? 280 : 520);

/** Features without a `name` of their own are known by their code. */
export const mapNameProperty = 'code';

const lines = {
  symbol: 'rect',
  symbolSize: 1,
  dashArrayX: [1, 0],
  dashArrayY: [2, 4],
  rotation: -Math.PI / 4,
} as const;
const dots = {
  symbol: 'circle',
  symbolSize: 0.9,
  dashArrayX: [
    [2, 4],
    [0, 3, 2, 1],
  ],
  dashArrayY: [2, 1],
} as const;

export function mapOption(facts: AreasFacts, geometry: MapGeometry, locale: Locale, width: number): EChartsOption {
  const { areas, indicator, selected } = facts;
  const classes = mapClasses(facts, locale);
  const byCode = new Map(areas.map((area) => [area.territory.code, area]));
  const margin = 4;
  return {
    ...chartStyle(width).base,
    aria: { enabled: true, label: { description: composeMap(facts, locale).sentence }, decal: { show: false } },
    tooltip: {
      trigger: 'item',
      renderMode: 'richText',
      formatter: (item) => {
        const area = byCode.get((Array.isArray(item) ? item[0] : item)?.name ?? '');
        return area
          ? typeset(`${area.territory.name} : ${spokenMeasure(area.measure, indicator, locale)}`, locale)
          : '';
      },
    },
    series: [
      {
        type: 'map',
        map: geometry.name,
        nameProperty: mapNameProperty,
        aspectScale: geometry.aspectScale,
        layoutCenter: ['50%', '50%'],
        left: margin,
        right: margin,
        top: margin,
        bottom: margin,
        roam: false,
        selectedMode: false,
        label: { show: false },
        emphasis: { label: { show: false }, itemStyle: { borderColor: tokens.ink, borderWidth: 2 } },
        itemStyle: { areaColor: tokens.white, borderColor: tokens.white, borderWidth: 0.6 },
        data: [
          ...areas.map(({ territory, measure }) => {
            const pattern = patternOf(measure);
            const isSelected = territory.code === selected;
            return {
              name: territory.code,
              itemStyle: {
                areaColor: areaColor(measure, classes),
                ...(pattern === 'lines' ? { decal: { ...lines, color: tokens.ink3 } } : {}),
                ...(pattern === 'dots' ? { decal: { ...dots, color: tokens.ink3 } } : {}),
                ...(isSelected ? { borderColor: tokens.ink, borderWidth: 3 } : {}),
              },
            };
          }),
          ...(geometry.outline
            ? [
                {
                  name: geometry.outline,
                  silent: true,
                  itemStyle: { areaColor: 'none', borderColor: tokens.ink2, borderWidth: 1 },
                },
              ]
            : []),
        ],
      },
    ] as EChartsOption['series'],
  };
}
