import type { Warning } from '../../effect/effect';
import type { Locale } from '../locale';
import { typeset } from '../typeset';
import { effectWords } from './effect-words';
import { tell } from './fact-reader';
import type { Told } from './told';

/** What lowers the trust in an estimate, a sentence each, none twice. */
export const warningSentences = (
  warnings: readonly Warning[],
  told: Pick<Told, 'subject'>,
  locale: Locale,
): string[] => [
  ...new Set(
    warnings.map(({ code, facts }) => typeset(tell(effectWords[locale].warnings[code], facts, told, locale), locale)),
  ),
];
