import { type Finding, type FindingSeverity, gravityOf } from '../../tabular/finding';
import type { Locale } from '../locale';
import { typeset } from '../typeset';
import { importsEn } from './en';
import { importsFr } from './fr';

export interface DescribedFinding extends Finding {
  readonly severity: FindingSeverity;
  readonly title: string;
  readonly expected: string;
  readonly message: string;
}

/** The sentences about imports, in a language. */
export const importsText = (locale: Locale): typeof importsFr => (locale === 'en' ? importsEn : importsFr);

/** Characters that no one sees, or that turn the text around them, by their number: « 0⟨U+202E⟩100 ». */
const shown = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}]/gu, (hidden) =>
    /[\t\n\r]/.test(hidden) ? ' ' : `⟨U+${(hidden.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
  );

/** A finding with its sentences: where, what was seen, what was expected, how to mend. */
export function describeFinding(finding: Finding, locale: Locale): DescribedFinding {
  const text = importsText(locale).findings[finding.code];
  const expected = typeset(text.expected, locale);
  return {
    ...finding,
    severity: gravityOf(finding),
    title: text.title,
    expected,
    message: typeset(shown(text.message(finding)), locale),
  };
}
