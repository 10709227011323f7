import {
  formatDate,
  formatPeriod,
  type Locale,
  periodOfText,
  projectSheetEn,
  projectSheetFr,
  projectWordsEn,
  projectWordsFr,
} from '@sillage/indicators';

export const projectWords = { fr: projectWordsFr, en: projectWordsEn };
export const projectSheetWords = { fr: projectSheetFr, en: projectSheetEn };

/** A date as people wrote it: a day, or a period. */
export function whenText(when: string, locale: Locale): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(when)) return formatDate(when, locale);
  const period = periodOfText(when);
  return period ? formatPeriod(period, locale) : when;
}
