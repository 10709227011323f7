import {
  aims,
  type Change,
  capitalise,
  changeSentence,
  changeVerdict,
  composeMap,
  formatEvolution,
  formatNumber,
  type Locale,
  notableChange,
  pageWords,
  typeset,
  vocabulary,
} from '@sillage/indicators';
import type { z } from 'zod';
import { byLeadRank, frameOf, placeOf, seriesOf, tileOf } from './compose';
import { areasFacts, chooseView, type LevelView, levelViews } from './compose-areas';
import { effectsInBrief } from './compose-effects-in-brief';
import { projectFigures } from './compose-projects';
import { watchList } from './compose-watch';
import type { Dress, HomeFacts, Indicator, MeasurePoint } from './page-facts';
import type { homePageSchema } from './pages.dto';
import type { ProjectItem } from './project-facts';

type HomePage = z.infer<typeof homePageSchema>;

interface Told {
  readonly indicator: Indicator;
  readonly series: readonly MeasurePoint[];
  readonly change: Change | undefined;
}

/** Sentences of "En bref", areas of each list, choices of the map. */
const mostSentences = 5;
const mostPlaces = 5;
/** A change that is twice its threshold is clear. */
const clear = 2;

export function composeHome(facts: HomeFacts, items: readonly ProjectItem[], dress: Dress, locale: Locale): HomePage {
  const effects = effectsInBrief(items, locale);
  const words = pageWords[locale];
  const told: Told[] = facts.indicators
    .filter(({ aim }) => aim !== null)
    .map((indicator) => {
      const series = seriesOf(facts.table, indicator, facts.home);
      return { indicator, series, change: notableChange(series, indicator) };
    });
  const known = told.filter(({ series }) => series.length > 0);
  const frame = frameOf(facts, locale);
  const count = (value: number): string => formatNumber(value, 0, locale);
  const map = chooseMap(facts);
  return {
    frame,
    title: words.home.title,
    subtitle: typeset(
      frame.state ? words.home.subtitle(frame.state.label, count(known.length), count(told.length)) : words.unpublished,
      locale,
    ),
    inBrief: [...effects, ...inBrief(known, mostSentences - effects.length, locale)],
    aims: aims.map((aim) =>
      aimOf(
        aim,
        told.filter(({ indicator }) => indicator.aim === aim),
        facts,
        locale,
      ),
    ),
    mapChoices: map.choices.map((indicator) => ({
      code: indicator.code,
      label: indicator[locale].label,
      isChosen: indicator === map.indicator,
    })),
    map: map.indicator && map.view ? figureOf(facts, map.indicator, map.view, dress, locale) : null,
    where: whereOf(facts, map.indicator, locale),
    ...projectFigures(facts, items, dress, locale),
    watch: watchList(facts, locale),
  };
}

function figureOf(facts: HomeFacts, indicator: Indicator, view: LevelView, dress: Dress, locale: Locale) {
  const areas = areasFacts(facts, facts.table, indicator, view, { selected: null, locale });
  return dress(composeMap(areas, locale), areas);
}

/** The clearest first; a page that only had good news to tell would not be believed. */
function inBrief(known: readonly Told[], most: number, locale: Locale): HomePage['inBrief'] {
  const kindOf = ({ change, indicator }: Told) => changeVerdict(change, indicator.polarity, locale).kind;
  const sorted = known
    .filter(({ change }) => change !== undefined)
    .sort((a, b) => b.change!.clearness - a.change!.clearness || a.indicator.code.localeCompare(b.indicator.code));
  const moving = sorted.filter(({ change }) => change!.direction !== 'stable');
  const chosen = moving.slice(0, most);
  const isBad = (item: Told): boolean => kindOf(item) === 'unfavourable';
  if (!chosen.some(isBad)) {
    const other = moving.find(isBad) ?? sorted.find(({ change }) => change!.direction === 'stable');
    if (other) chosen.splice(Math.min(chosen.length, most - 1), 1, other);
  }
  for (const item of sorted) if (chosen.length < Math.min(3, most) && !chosen.includes(item)) chosen.push(item);
  return chosen.map(({ indicator, series, change }) => ({
    verdict: changeVerdict(change, indicator.polarity, locale),
    text: changeSentence(series, { ...indicator, wording: indicator[locale].wording }, locale),
    link: `/indicateurs/${indicator.code}`,
  }));
}

function aimOf(aim: (typeof aims)[number], told: readonly Told[], facts: HomeFacts, locale: Locale) {
  const sorted = [...told].sort((a, b) => byLeadRank(a.indicator, b.indicator));
  const lead = sorted.find(({ series }) => series.length > 0);
  const counts = { improving: 0, stable: 0, worsening: 0, unjudged: 0, noData: 0 };
  for (const { change, indicator } of told) {
    const { kind } = changeVerdict(change, indicator.polarity, locale);
    if (kind === 'favourable') counts.improving += 1;
    else if (kind === 'unfavourable') counts.worsening += 1;
    else if (kind === 'stable') counts.stable += 1;
    else if (kind === 'unknown') counts.noData += 1;
    else counts.unjudged += 1;
  }
  const words = pageWords[locale].home.counts;
  const texts = (['improving', 'stable', 'worsening', 'unjudged', 'noData'] as const).flatMap((kind) =>
    counts[kind] > 0 ? [words[kind](formatNumber(counts[kind], 0, locale), counts[kind] < 2)] : [],
  );
  return {
    aim,
    label: vocabulary[locale].aims[aim],
    lead: lead ? tileOf(lead.indicator, facts.home, lead.series, locale) : null,
    counts,
    countsText: typeset(texts.join(', '), locale),
    indicators: sorted.map(({ indicator }) => ({ code: indicator.code, label: indicator[locale].label })),
  };
}

/** One choice per aim that has values inside the département, and the one that the reader asked for. */
export function chooseMap(facts: HomeFacts) {
  const viewOf = (indicator: Indicator): LevelView | undefined =>
    chooseView(
      levelViews(facts.table, indicator, facts.parts, undefined).filter(({ knownShare }) => knownShare > 0),
      undefined,
    );
  const mappable = facts.indicators
    .filter(({ aim }) => aim !== null)
    .sort(byLeadRank)
    .filter((indicator) => viewOf(indicator) !== undefined);
  const leads = aims.flatMap((aim) => mappable.filter((indicator) => indicator.aim === aim).slice(0, 2));
  const wished = facts.indicators.find(({ code }) => code === facts.wishedMap);
  const choices = wished && !leads.includes(wished) ? [...leads, wished] : leads;
  const indicator = choices.find((choice) => choice === wished) ?? choices[0];
  return { choices, indicator, view: indicator && viewOf(indicator) };
}

const sizeOf = ({ from, to }: NonNullable<ReturnType<typeof notableChange>>): number => Math.abs(to.value - from.value);

/** Places of one level where the change is clear; the others are counted, never ranked. */
function whereOf(facts: HomeFacts, indicator: Indicator | undefined, locale: Locale): HomePage['where'] {
  const words = pageWords[locale].home.where;
  const none = { improving: [], worsening: [], sentence: words.none };
  if (!indicator) return none;
  const changesAt = (level: string) =>
    facts.parts.flatMap((place) => {
      if (place.level !== level) return [];
      const series = seriesOf(facts.table, indicator, place);
      const change = notableChange(series, indicator);
      return change ? [{ place, change }] : [];
    });
  const levels = ['canton', 'epci', 'mds', 'commune'];
  const level = levels.find((candidate) => changesAt(candidate).length >= 3);
  if (!level) return none;
  const changes = changesAt(level);
  const moved = changes
    .filter(({ change }) => change.direction !== 'stable' && change.clearness >= clear)
    .sort((a, b) => sizeOf(b.change) - sizeOf(a.change) || a.place.code.localeCompare(b.place.code));
  const isUp = ({ change }: (typeof moved)[number]): boolean => change.direction === 'up';
  const isJudged = indicator.polarity !== 'none';
  const improving = moved.filter((item) => isJudged && isUp(item) === (indicator.polarity === 'higher-is-better'));
  const worsening = moved.filter((item) => isJudged && !improving.includes(item));
  const subject = { ...indicator, wording: indicator[locale].wording };
  const list = (items: typeof moved) =>
    items.slice(0, mostPlaces).map(({ place, change }) => ({
      ...placeOf(place, locale),
      text: typeset(formatEvolution(change.from.value, change.to.value, subject, locale), locale),
    }));
  const count = (value: number): string => formatNumber(value, 0, locale);
  const first = isJudged ? improving.length : moved.filter(isUp).length;
  const sentence = (isJudged ? words.told : words.unjudged)(
    count(first),
    count(moved.length - first),
    count(changes.length - moved.length),
    `${count(changes.length)} ${vocabulary[locale].levels[level]?.many ?? level}`,
  );
  return { improving: list(improving), worsening: list(worsening), sentence: typeset(capitalise(sentence), locale) };
}
