import type { Locale } from './locale';

const tags: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB' };
const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: Locale, decimals: number, isSigned: boolean): Intl.NumberFormat {
  const key = `${locale}/${decimals}/${isSigned}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(tags[locale], {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      signDisplay: isSigned ? 'exceptZero' : 'negative',
    });
    formats.set(key, format);
  }
  return format;
}

/** ICU writes the ASCII hyphen: typography wants U+2212, as wide as a plus sign. */
const withMinus = (text: string): string => text.replace('-', '\u2212');

/** 1234.5 → "1 234,5" (U+202F) in French, "1,234.5" in English; a rounded zero has no sign. */
export const formatNumber = (value: number, decimals: number, locale: Locale): string =>
  withMinus(numberFormat(locale, decimals, false).format(value));

/** With its sign, for a difference: "+1,2", "−0,4", "0,0". */
export const formatSigned = (value: number, decimals: number, locale: Locale): string =>
  withMinus(numberFormat(locale, decimals, true).format(value));
