import { type Change, notableChange, type SeriesPoint } from '../comparison/notable-change';
import { isSuppressed, isValue } from '../measure';
import { periodCode } from '../period';
import { capitalise } from './capitalise';
import { absenceWords } from './format-measure';
import { formatInPeriod } from './format-period';
import { formatEvolution, formatInSentence, type Subject } from './indicator-words';
import type { Locale } from './locale';
import { sentences } from './sentences/sentences';
import { typeset } from './typeset';

/** One sentence on a series: what it does, from where to where, or why there is nothing to say. Never a cause. */
export function changeSentence(series: readonly SeriesPoint[], indicator: Subject, locale: Locale): string {
  return typeset(writeChange(series, indicator, locale), locale);
}

function writeChange(series: readonly SeriesPoint[], indicator: Subject, locale: Locale): string {
  const words = sentences[locale];
  const { wording } = indicator;
  const subject = capitalise(wording.subject);
  const last = series.reduce<SeriesPoint | undefined>(
    (newest, point) => (newest && periodCode(newest.period) > periodCode(point.period) ? newest : point),
    undefined,
  );
  if (!last) return words.nothing({ subject });
  const until = formatInPeriod(last.period, locale);
  if (!isValue(last.measure)) {
    if (isSuppressed(last.measure)) return words.withheld({ subject, until, grammar: wording });
    return words.missing({ subject, until, reason: absenceWords(last.measure.absence, locale) });
  }
  const to = formatInSentence(last.measure.value, indicator, locale);
  const change = notableChange(series, indicator);
  if (!change) return words.single({ subject, to, until });
  return ofChange(change, subject, indicator, locale);
}

function ofChange(change: Change, subject: string, indicator: Subject, locale: Locale): string {
  const words = sentences[locale];
  const part = {
    subject,
    verb: words.verb(change.direction, indicator.wording),
    from: formatInSentence(change.from.value, indicator, locale),
    since: formatInPeriod(change.from.period, locale),
    to: formatInSentence(change.to.value, indicator, locale),
    until: formatInPeriod(change.to.period, locale),
  };
  if (change.direction === 'stable') return words.steady(part);
  return words.change({ ...part, by: formatEvolution(change.from.value, change.to.value, indicator, locale) });
}
