import { textWidth } from '@sillage/indicators';
import type { EChartsOption } from 'echarts';
import * as echarts from 'echarts';
import { toStaticSvg } from './static-svg';

let isPrepared = false;

/** Without a canvas ECharts guesses how wide a text is, and labels collide: Source Sans 3's own widths tell it. */
function prepare(): void {
  if (isPrepared) return;
  echarts.setPlatformAPI({
    measureText: (text, font) => {
      const size = Number(/(\d+(?:\.\d+)?)px/.exec(font ?? '')?.[1] ?? 14);
      return { width: textWidth(text, size) };
    },
  });
  isPrepared = true;
}

export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Draws an option as an SVG that any page may show under a strict policy: no inline style, no script, no id that another
 * drawing could have (`id` sets them apart), and the sentence as its text alternative.
 */
export function renderChart(option: EChartsOption, size: ChartSize, id: string, sentence: string): string {
  prepare();
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, ...size });
  try {
    chart.setOption(option);
    return toStaticSvg(chart.renderToSVGString(), id, sentence);
  } finally {
    // An instance left alive keeps the process from ending.
    chart.dispose();
  }
}

/** Known maps, so that the same contours are not parsed at each page. */
const registered = new Map<string, unknown>();

/** Gives ECharts the contours known as `name`; a changed geometry replaces the former. */
export function registerGeometry(name: string, geometry: GeoJSON.FeatureCollection): void {
  if (registered.get(name) === geometry) return;
  echarts.registerMap(name, { geoJSON: geometry as Parameters<typeof echarts.registerMap>[1] & object } as never);
  registered.set(name, geometry);
}
