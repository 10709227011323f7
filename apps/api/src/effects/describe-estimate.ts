import {
  type DroppedUnit,
  type EffectEstimate,
  type EffectResult,
  type EffectSubject,
  estimateFr,
  formatNumber,
  formatSigned,
  methodWords,
  refusalSentences,
  warningSentences,
} from '@sillage/indicators';
import type { EstimateCommand } from './estimate-options';

const heaviestShown = 10;
const droppedShown = 20;

/** The column that was measured, as the sentences on effects speak of an indicator. */
export const subjectOf = (outcome: string): EffectSubject => ({
  label: outcome,
  unit: 'score',
  decimals: 2,
  polarity: 'none',
  wording: { subject: outcome, isFeminine: false, isPlural: false, counted: '' },
});

/** A result in French, line by line, for a terminal. */
export function describeEstimate(
  result: EffectResult,
  dropped: readonly DroppedUnit[],
  { columns: { outcome }, method, ignored }: EstimateCommand,
): string {
  const lines = result.status === 'ok' ? estimateLines(result, outcome) : refusalLines(result, outcome);
  if (dropped.length > 0) {
    const names = dropped.slice(0, droppedShown).map(({ unit }) => unit);
    const more = dropped.length > droppedShown ? '…' : '';
    lines.push(estimateFr.dropped(count(dropped.length), names.join(', ') + more));
  }
  return [...lines, ...ignored.map((option) => estimateFr.ignored(option, method))].join('\n');
}

const count = (value: number): string => formatNumber(value, 0, 'fr');

/** Four significant digits, as an outcome's own precision is not known. */
const decimalsOf = (value: number): number =>
  value === 0 ? 0 : Math.min(10, Math.max(0, 3 - Math.floor(Math.log10(Math.abs(value)))));
const number = (value: number): string => formatNumber(value, decimalsOf(value), 'fr');
const signed = (value: number): string => formatSigned(value, decimalsOf(value), 'fr');

function refusalLines(result: Exclude<EffectResult, EffectEstimate>, outcome: string): string[] {
  return [estimateFr.refused, ...refusalSentences(result, { subject: subjectOf(outcome) }, 'fr')];
}

function estimateLines(result: EffectEstimate, outcome: string): string[] {
  const { method, interval, interval80, standardError, p, pFloor, prefit, ratio } = result;
  const lines = [
    estimateFr.method(methodWords.fr.methods[method].name),
    estimateFr.estimate(signed(result.estimate), count(result.periodsBefore), count(result.periodsAfter)),
    intervalLine('95', interval),
    intervalLine('80', interval80),
  ];
  if (standardError !== null) lines.push(estimateFr.standardError(number(standardError)));
  if (p !== null) lines.push(estimateFr.p(number(p), pFloor ? number(pFloor) : ''));
  lines.push(estimateFr.units(count(result.treatedCount), count(result.donorCount)));
  if (ratio) lines.push(estimateFr.ratio(number(ratio.value), number(ratio.interval.low), number(ratio.interval.high)));
  if (prefit) {
    const share = prefit.relative === null ? '' : number(100 * prefit.relative);
    lines.push(estimateFr.prefit(number(prefit.rmse), share));
  }
  if (result.donors.length > 0) {
    lines.push(estimateFr.weights);
    for (const { unit, weight } of result.donors.slice(0, heaviestShown))
      lines.push(estimateFr.weight(unit, formatNumber(100 * weight, 1, 'fr').padStart(5)));
    if (result.donors.length > heaviestShown) lines.push(estimateFr.more(count(result.donors.length - heaviestShown)));
  }
  const warnings = warningSentences(result.warnings, { subject: subjectOf(outcome) }, 'fr');
  if (warnings.length > 0) lines.push(estimateFr.warnings, ...warnings.map(estimateFr.warning));
  return lines;
}

const intervalLine = (level: string, interval: EffectEstimate['interval']): string =>
  interval ? estimateFr.interval(level, signed(interval.low), signed(interval.high)) : estimateFr.noInterval(level);
