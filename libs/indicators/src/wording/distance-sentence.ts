import type { Position } from '../comparison/position';
import { capitalise } from './capitalise';
import { formatValue } from './format-measure';
import type { Subject } from './indicator-words';
import type { Locale } from './locale';
import { sentences } from './sentences/sentences';
import { typeset } from './typeset';

/** What sets a territory apart, for a page whose title names it; undefined when it stands with the others. */
export function distanceSentence(
  value: number,
  position: Position,
  indicator: Subject,
  locale: Locale,
): string | undefined {
  if (position.kind === 'close') return undefined;
  const sentence = sentences[locale].positionOf(
    capitalise(indicator.wording.subject),
    position.kind,
    indicator.wording,
    formatValue(value, indicator, locale),
    formatValue(position.median, indicator, locale),
  );
  return typeset(sentence, locale);
}
