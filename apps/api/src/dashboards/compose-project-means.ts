import {
  attributionLevel,
  type EffectEstimate,
  effectWords,
  formatDate,
  formatEffect,
  formatMeanEffect,
  formatMeasure,
  formatNumber,
  formatValue,
  hasSecretLevel,
  intervalEnds,
  isTold,
  isValue,
  type Locale,
  moneyScale,
  typeset,
} from '@sillage/indicators';
import { refusalOf } from './compose-effects';
import { budgetSourcesOf, participantsOf } from './compose-project-values';
import type { Indicator } from './page-facts';
import type { ProjectFacts, ProjectItem } from './project-facts';
import { projectSheetWords, projectWords } from './project-words';

export const moneyText = (euros: number, locale: Locale): string => {
  const words = effectWords[locale].figures.budget;
  const { divisor, name } = moneyScale(Math.abs(euros));
  const sign = { euros: words.shortEuros, thousands: words.shortThousands, millions: words.shortMillions }[name];
  return typeset(`${formatNumber(euros / divisor, name === 'millions' ? 1 : 0, locale)} ${sign}`, locale);
};

/** Effect, observed, target, cost. */
export function tilesOf({ item, progress }: ProjectFacts, locale: Locale) {
  const words = effectWords[locale].sheet.tiles;
  const [main] = item.outcomes;
  const result = main?.record.evaluation.result;
  const tiles: { label: string; value: string; detail: string }[] = [];
  if (refusalOf(item)) tiles.push({ label: words.refusedLabel, value: words.refused, detail: '' });
  if (main && result?.status === 'ok') {
    const { conclusion, evidence } = main.record.evaluation;
    const isAttributed = isTold(conclusion) && evidence.level >= attributionLevel;
    const ends = result.interval && intervalEnds(result.interval, main.indicator, locale);
    tiles.push({
      label: (isAttributed ? words.attributed : words.noted)(yearsText(result, locale)),
      value: formatMeanEffect(result.estimate, main.indicator, result.treatedCount, locale),
      detail: ends ? words.interval(ends.low, ends.high) : words.noInterval,
    });
    tiles.push(...observedTile(result, main.indicator, locale));
  }
  const target = progress.find(
    ({ outcome, indicator }) => outcome.target !== null && !hasSecretLevel([outcome.target], indicator),
  );
  if (target?.outcome.target) {
    const { indicator, current, outcome } = target;
    const { value, date } = outcome.target!;
    const rest = isValue(current) ? value - current.value : null;
    // pooled, where the tile beside it is a mean of territories: without its own value the gap would not add up
    const told = formatMeasure(current, indicator, locale);
    const isUpward = indicator.polarity === 'higher-is-better' || value > (outcome.baseline?.value ?? value);
    const isReached = rest !== null && (isUpward ? rest <= 0 : rest >= 0);
    tiles.push({
      label: words.target(date.slice(0, 4)),
      value: formatValue(value, indicator, locale),
      detail:
        rest === null ? '' : isReached ? words.reached : words.remaining(told, formatEffect(rest, indicator, locale)),
    });
  }
  return [...tiles, ...costTile(item, locale)].map(({ label, value, detail }) => ({
    label: typeset(label, locale),
    value,
    detail: typeset(detail, locale),
  }));
}

/** Mean of the territories, as the chart shows it; years since the start have no calendar year to name. */
function observedTile(result: EffectEstimate, indicator: Indicator, locale: Locale) {
  const words = effectWords[locale].sheet.tiles;
  const before = result.path.findLast(({ isAfter }) => !isAfter);
  const last = result.path.findLast(({ isAfter }) => isAfter);
  if (!last || result.method === 'callaway-santanna') return [];
  const write = (value: number): string => formatValue(value, indicator, locale);
  const detail = before ? words.before(write(before.observed), String(before.period)) : '';
  return [
    {
      label: words.observed(String(last.period)),
      value: write(last.observed),
      detail: result.treatedCount > 1 ? `${detail} ${words.mean}` : detail,
    },
  ];
}

function yearsText({ path, method }: EffectEstimate, locale: Locale): string {
  const words = effectWords[locale].sheet.tiles;
  const after = path.filter(({ isAfter }) => isAfter);
  if (method === 'callaway-santanna') return words.firstYears(formatNumber(after.length, 0, locale), after.length < 2);
  return words.years(String(after[0]?.period ?? ''), String(after.at(-1)?.period ?? ''));
}

function costTile({ project: { budget } }: ProjectItem, locale: Locale) {
  const words = effectWords[locale].sheet.tiles;
  const known = (kind: 'spentCents' | 'votedCents') =>
    budget.filter((year) => year[kind] !== null).sort((a, b) => a.year - b.year);
  const spent = known('spentCents');
  const years = spent.length > 0 ? spent : known('votedCents');
  const [first] = years;
  if (!first) return [];
  const kind = spent.length > 0 ? 'spentCents' : 'votedCents';
  const euros = years.reduce((sum, year) => sum + (year[kind] ?? 0), 0) / 100;
  const detail = kind === 'spentCents' ? words.costDetail : words.votedDetail;
  return [
    {
      label: words.cost,
      value: moneyText(euros, locale),
      detail: detail(String(first.year), String(years.at(-1)!.year)),
    },
  ];
}

function unitCostsOf({ unitCosts }: ProjectItem['project'], locale: Locale) {
  const words = projectSheetWords[locale];
  const money = (cents: number): string => formatValue(cents / 100, { unit: 'euros', decimals: 0 }, locale);
  return unitCosts.map(({ label, lowCents, likelyCents, highCents, cashableShare, payer, gainer, year, source }) => {
    const share = formatValue(cashableShare * 100, { unit: 'percent', decimals: 0 }, locale);
    return {
      text: typeset(
        words.unitCost(label[locale] ?? label.fr, money(lowCents), money(likelyCents), money(highCents)),
        locale,
      ),
      known: typeset(words.unitCostKnown(share, payer, gainer, String(year), source.label), locale),
      url: source.url,
    };
  });
}

/** What the project is made of: dates, partners, policies, people. */
export function meansOf(item: ProjectItem, locale: Locale) {
  const { project } = item;
  const words = effectWords[locale].sheet;
  const names = projectWords[locale];
  return {
    calendar: calendarOf(item, locale),
    partners: project.partners.map(({ name, kind, hasAgreement }) => ({
      name,
      role: hasAgreement ? words.withAgreement(names.partnerKinds[kind]) : names.partnerKinds[kind],
    })),
    policies: project.policies.map((policy) => names.policies[policy]),
    participants: participantsOf(project, locale),
    budgetSources: budgetSourcesOf(project, locale),
    unitCosts: unitCostsOf(project, locale),
  };
}

function calendarOf({ project, treatments }: ProjectItem, locale: Locale) {
  const words = effectWords[locale].sheet.calendar;
  const starts = [...new Set(treatments.map(({ startDate }) => startDate))].sort();
  const first = starts[0];
  const terms: { term: string; text: string }[] = [];
  if (first) terms.push({ term: starts.length > 1 ? words.firstStart : words.start, text: formatDate(first, locale) });
  if (starts.length > 1) terms.push({ term: words.lastStart, text: formatDate(starts.at(-1)!, locale) });
  if (project.endDate) terms.push({ term: words.end, text: formatDate(project.endDate, locale) });
  const count = project.anticipationPeriods;
  if (count > 0)
    terms.push({
      term: words.anticipation,
      text: words.anticipationValue(formatNumber(count, 0, locale), count < 2),
    });
  const actions = project.actions.map(({ fr, en, startDate, endDate }) => ({
    term: locale === 'en' ? (en ?? fr) : fr,
    text: startDate
      ? words.action(formatDate(startDate, locale), endDate ? formatDate(endDate, locale) : '')
      : words.undated,
  }));
  return [...terms, ...actions];
}
