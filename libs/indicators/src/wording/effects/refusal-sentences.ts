import type { Refusal } from '../../effect/effect';
import type { Locale } from '../locale';
import { typeset } from '../typeset';
import { effectWords } from './effect-words';
import { tell } from './fact-reader';
import type { Told } from './told';

/** Why no effect can be told, then what would be needed. */
export function refusalSentences({ code, facts }: Refusal, told: Pick<Told, 'subject'>, locale: Locale): string[] {
  const { reason, needed } = effectWords[locale].refusals[code];
  return [reason, needed].map((sentence) => typeset(tell(sentence, facts, told, locale), locale));
}
