import {
  type AreasFacts,
  type FigureFacts,
  mapHeight,
  mapOption,
  rankingHeight,
  rankingOption,
  trendHeight,
  trendOption,
} from '@sillage/indicators/figure';
import { BarChart, CustomChart, LineChart, MapChart } from 'echarts/charts';
import {
  AriaComponent,
  GraphicComponent,
  GridComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { readGeometry } from '../api/geometry';
import type { Figure } from '../api/types';
import type { Language } from '../text/language';
import { quoteFonts } from './quote-fonts';

echarts.use([
  AriaComponent,
  BarChart,
  CanvasRenderer,
  CustomChart,
  GraphicComponent,
  GridComponent,
  LineChart,
  MapChart,
  MarkLineComponent,
  TooltipComponent,
]);

// ECharts would paint the area under the pointer yellow, which is no class of the map.
const theme = {
  map: { emphasis: { itemStyle: { areaColor: 'inherit' } } },
};
const tooltipText = { color: '#1b1f24', fontSize: 15, fontFamily: '"Source Sans 3"' };

/** The option as a canvas must read it, with a tooltip as large as the page's text. */
function onCanvas(option: echarts.EChartsCoreOption): echarts.EChartsCoreOption {
  const tooltip = { ...(option['tooltip'] as object | undefined), textStyle: tooltipText };
  return { ...quoteFonts(option), tooltip };
}

interface Drawing {
  readonly option: echarts.EChartsCoreOption;
  readonly height: number;
  readonly pointCount: number;
}

export interface ExplorableChart {
  /** Shows the tooltip of the next or the previous point, from the keyboard. */
  step(by: 1 | -1): void;
  dispose(): void;
}

async function drawingOf(figure: Figure, language: Language, width: number): Promise<Drawing> {
  const facts = figure.facts as unknown as FigureFacts;
  switch (facts.kind) {
    case 'trend':
      return {
        option: trendOption(facts, language, width),
        height: trendHeight(width),
        pointCount: facts.series.length,
      };
    case 'areas':
      return areasDrawing(figure, facts, language, width);
    default: {
      const { effectDrawing } = await import('./effect-drawing');
      const { option, height, pointCount } = effectDrawing(figure.kind, facts, language);
      return { option: option(width), height: height(width), pointCount };
    }
  }
}

async function areasDrawing(figure: Figure, facts: AreasFacts, language: Language, width: number): Promise<Drawing> {
  if (figure.kind === 'ranking') {
    const height = rankingHeight(facts, language, width);
    return { option: rankingOption(facts, language, width), height, pointCount: facts.areas.length };
  }
  if (facts.geometryUrl === null) throw new Error('A map without contours');
  const geometry = await readGeometry(facts.geometryUrl);
  echarts.registerMap(geometry.name, geometry.features as never);
  const option = mapOption(facts, geometry, language, width);
  return { option, height: mapHeight(width), pointCount: facts.areas.length };
}

/** Draws a figure again from its facts, with tooltips; a resize draws it for the new width. */
export async function exploreChart(element: HTMLElement, figure: Figure, language: Language): Promise<ExplorableChart> {
  const first = await drawingOf(figure, language, element.clientWidth);
  element.style.height = `${first.height}px`;
  const chart = echarts.init(element, theme, { renderer: 'canvas' });
  chart.setOption(onCanvas(first.option));
  const label = element.getAttribute('aria-label');

  const observer = new ResizeObserver(async () => {
    if (chart.getWidth() === element.clientWidth) return;
    const next = await drawingOf(figure, language, element.clientWidth);
    element.style.height = `${next.height}px`;
    chart.resize();
    chart.setOption(onCanvas(next.option), { notMerge: true });
    if (label) element.setAttribute('aria-label', label);
  });
  observer.observe(element);
  // ECharts writes a label of its own over the container.
  if (label) element.setAttribute('aria-label', label);

  const isLines = figure.kind === 'trend' || figure.kind === 'counterfactual';
  const seriesIndex = isLines ? lastLine(chart) : 0;
  let point = figure.kind === 'trend' ? first.pointCount : -1;
  return {
    step(by) {
      chart.dispatchAction({ type: 'downplay', seriesIndex, dataIndex: point });
      point = (point + by + first.pointCount) % first.pointCount;
      chart.dispatchAction({ type: 'highlight', seriesIndex, dataIndex: point });
      chart.dispatchAction({ type: 'showTip', seriesIndex, dataIndex: point });
    },
    dispose() {
      observer.disconnect();
      chart.dispose();
    },
  };
}

/** The territory's own line is drawn last, above the others. */
function lastLine(chart: echarts.ECharts): number {
  const { series } = chart.getOption();
  return Array.isArray(series) ? series.length - 1 : 0;
}
