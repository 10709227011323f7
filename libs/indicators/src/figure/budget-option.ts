import type { EChartsOption } from 'echarts';
import { drawnWords } from '../wording/effects/drawn-words';
import type { Locale } from '../wording/locale';
import { typeset } from '../wording/typeset';
import { axisRange } from './axis-range';
import { budgetColors, budgetKinds, budgetScale, budgetText, composeBudget } from './budget';
import { chartStyle, isNarrow } from './chart-style';
import type { BudgetFacts } from './effect-facts';
import { axisNumber, valueAxis, widest } from './plot';
import { tokens } from './tokens';

export const budgetHeight = (width: number): number => (isNarrow(width) ? 230 : 280);

/** The chart of C12: bars side by side from zero; an amount that was not given has no bar. */
export function budgetOption(facts: BudgetFacts, locale: Locale, width: number): EChartsOption {
  const { fontSize, base } = chartStyle(width);
  const words = drawnWords[locale].figures.budget;
  const { years } = facts;
  const { divisor, name } = budgetScale(facts);
  const amounts = years.flatMap((year) => budgetKinds.map((kind) => (year[kind] ?? 0) / divisor));
  const range = axisRange([0, ...amounts]);
  const sign = { euros: words.shortEuros, thousands: words.shortThousands, millions: words.shortMillions }[name];
  const axisText = (value: number): string =>
    typeset(`${axisNumber(value, { unit: 'euros' }, range, locale)} ${sign}`, locale);
  const shown = budgetKinds.filter((kind) => years.some((year) => year[kind] !== null));
  return {
    ...base,
    aria: { enabled: true, label: { description: composeBudget(facts, locale).sentence } },
    grid: {
      left: widest([axisText(range.max), axisText(range.interval)], fontSize) + 12,
      right: 12,
      top: 14,
      bottom: fontSize + 18,
      outerBoundsMode: 'none',
    },
    xAxis: {
      type: 'category',
      data: years.map(({ year }) => String(year)),
      axisLine: { lineStyle: { color: tokens.line } },
      axisTick: { show: false },
      axisLabel: { color: tokens.ink2, fontSize },
    },
    yAxis: valueAxis(range, fontSize, axisText),
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      formatter: (items) => {
        const year = years[(Array.isArray(items) ? items[0] : items)?.dataIndex ?? 0];
        if (!year) return '';
        const lines = shown.map((kind) => {
          const amount = year[kind];
          return `${words[kind]} : ${amount === null ? words.missing : `${budgetText(amount, facts, locale)} ${sign}`}`;
        });
        return [String(year.year), ...lines].map((line) => typeset(line, locale)).join('\n');
      },
    },
    series: shown.map((kind) => ({
      type: 'bar',
      name: words[kind],
      barMaxWidth: 34,
      barGap: '8%',
      data: years.map((year) => {
        const amount = year[kind];
        return amount === null ? null : amount / divisor;
      }),
      itemStyle: { color: budgetColors[kind], borderColor: tokens.observed, borderWidth: 1 },
      emphasis: { disabled: true },
    })),
  };
}
