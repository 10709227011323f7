import {
  capitalise,
  effectVerdict,
  effectWords,
  formatDate,
  formatEffect,
  formatMeanEffect,
  formatNumber,
  intervalEnds,
  type Locale,
  parisDate,
  refusalSentences,
  shortEvidence,
  type Told,
  typeset,
  vocabulary,
} from '@sillage/indicators';
import type { EvaluatedOutcome, ProjectFacts } from './project-facts';

/** Comparison territories named on the page; the API gives them all. */
const mostDonors = 20;

const percent = (share: number, locale: Locale, decimals: number): string =>
  vocabulary[locale].relative(formatNumber(share * 100, decimals, locale));

/** How an effect was found, for whoever wants to do it again. */
export function methodOf({ indicator, record }: EvaluatedOutcome, locale: Locale) {
  const { sheet, methods, inferences } = effectWords[locale];
  const words = sheet.method;
  const { pool, evaluation, methodVersion, stateVersion, seed, solverGap } = record;
  const { result } = evaluation;
  const count = (value: number): string => formatNumber(value, 0, locale);
  const level = vocabulary[locale].levels[pool.level]?.many ?? pool.level;
  const terms: [string, string][] = [];
  if (result.method) terms.push([words.method, `${methods[result.method].name}. ${methods[result.method].meaning}`]);
  if (result.status === 'ok') {
    const weighted = result.donors.length > 0 ? `, ${words.weighted(count(result.donors.length))}` : '';
    if (result.donorCount > 0)
      terms.push([words.comparison, words.comparedWith(count(result.donorCount), level) + weighted]);
    if (result.donorCount > 0) terms.push([words.likeness, likenessOf(record, result.donorCount, locale)]);
    terms.push([words.excluded, exclusionsOf(record, locale)]);
    terms.push([words.periods, words.periodsValue(count(result.periodsBefore), count(result.periodsAfter))]);
    if (result.prefit)
      terms.push([
        words.prefit,
        words.prefitValue(formatEffect(result.prefit.rmse, indicator, locale).replace('+', '')),
      ]);
    terms.push([words.inference, inferences[result.inference]]);
    if (result.p !== null && result.inference === 'placebo-in-space')
      terms.push([words.p, words.pValue(percent(result.p, locale, 1), percent(result.pFloor ?? 0, locale, 1))]);
  }
  terms.push([words.computed, formatDate(parisDate(record.computedAt.toISOString()), locale)]);
  terms.push([words.versions, words.versionsValue(methodVersion, String(stateVersion))]);
  terms.push([words.seed, String(seed)]);
  terms.push([words.solver, solverText(solverGap, locale)]);
  return terms.map(([term, text]) => ({ term, text: typeset(capitalise(text), locale) }));
}

/** Above a millionth an estimation is refused: what is below has nothing to say. */
function solverText(gap: number | null, locale: Locale): string {
  const words = effectWords[locale].sheet.method;
  if (gap === null) return words.noSolver;
  return gap < 1e-6 ? words.tinyGap : formatNumber(gap, 6, locale);
}

/** What the territories compared were chosen on, and what they were not. */
function likenessOf({ pool }: EvaluatedOutcome['record'], kept: number, locale: Locale): string {
  const words = effectWords[locale].sheet.method;
  const [count, offered] = [kept, pool.donors.length].map((value) => formatNumber(value, 0, locale));
  const isChosen = kept < pool.donors.length;
  const parts = [isChosen ? words.matched(count!, offered!, pool.matchesPopulation === true) : words.notMatched];
  if (pool.scope !== 'similar-in-departement') parts.push(words.likeSize);
  return `${parts.join(' ; ')}. ${words.unknownLikeness}`;
}

function exclusionsOf({ pool }: EvaluatedOutcome['record'], locale: Locale): string {
  const words = effectWords[locale].sheet.method;
  const counts = new Map<(typeof pool.excluded)[number]['reason'], number>();
  for (const { reason } of pool.excluded) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const parts = [...counts].map(([reason, count]) => words.exclusions[reason](formatNumber(count, 0, locale)));
  return parts.length === 0 ? words.noExclusion : parts.join(', ');
}

/** What the other methods find; a refusal of theirs is told too. */
export function crossChecksOf(told: Told, locale: Locale): string[] {
  const { sheet, methods } = effectWords[locale];
  const words = sheet.crossCheck;
  return told.evaluation.crossChecks.flatMap((check) => {
    if (!check.method) return [];
    const { name } = methods[check.method];
    if (check.status === 'refused')
      return [typeset(words.refused(name, refusalSentences(check, told, locale)[0] ?? ''), locale)];
    const effect = formatEffect(check.estimate, told.subject, locale);
    if (!check.interval) return [typeset(words.toldWithoutInterval(name, effect), locale)];
    const { low, high } = intervalEnds(check.interval, told.subject, locale);
    return [typeset(words.told(name, effect, low, high), locale)];
  });
}

/** Names and weights, the heaviest first. */
export function donorsOf({ record }: EvaluatedOutcome, locale: Locale) {
  const { result } = record.evaluation;
  if (result.status === 'refused') return [];
  const names = new Map(record.pool.donors.map(({ code, name }) => [code, name]));
  return result.donors
    .slice(0, mostDonors)
    .map(({ unit, weight }) => ({ name: names.get(unit) ?? unit, weight: percent(weight, locale, 1) }));
}

/** Every estimation that was made: an old one can be read again at its own address. */
export function historyOf({ history, indicators, item, shown }: ProjectFacts, locale: Locale) {
  const words = effectWords[locale];
  return [...history]
    .sort((a, b) => b.computedAt.getTime() - a.computedAt.getTime() || b.id - a.id)
    .flatMap(({ id, indicatorId, evaluation, computedAt, methodVersion, stateVersion, isCurrent }) => {
      const indicator = indicators.find((candidate) => candidate.id === indicatorId);
      if (!indicator) return [];
      const { result, evidence } = evaluation;
      const base = `/projets/${encodeURIComponent(item.project.code)}`;
      const isMain = item.project.outcomes.some(({ indicator: code, isMain: main }) => main && code === indicator.code);
      return [
        {
          date: formatDate(parisDate(computedAt.toISOString()), locale),
          indicator: indicator[locale].label,
          conclusion: effectVerdict(evaluation, indicator.polarity, locale).text,
          effect:
            result.status === 'ok'
              ? formatMeanEffect(result.estimate, indicator, result.treatedCount, locale)
              : words.figures.forest.refused,
          evidence: shortEvidence(evidence.level, locale),
          versions: words.sheet.method.versionsValue(methodVersion, String(stateVersion)),
          link: id === shown ? null : isCurrent && isMain ? base : `${base}?edition=${id}`,
        },
      ];
    });
}
