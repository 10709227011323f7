import type { AbsenceReason } from '../../../measure';
import type { Finding, RowFindingCode } from '../../../tabular/finding';
import { en as vocabulary } from '../../vocabulary/en';
import type { FindingText } from '../finding-text';
import { detail, placed, seen } from '../places/en';

const absence = (finding: Finding): string =>
  vocabulary.absences[detail(finding, 'reason') as AbsenceReason]?.words ?? '';

/** Sentences about numbers, in English. */
export const valueFindingsEn = {
  NOMBRE_INVALIDE: placed(
    'Invalid number',
    'a number, a mark of absence or nothing',
    (finding) => `${seen(finding)} is no number.`,
  ),
  NOMBRE_AMBIGU: placed('Ambiguous number', '1234 or 1,2', (finding) => `${seen(finding)} can be read in two ways.`),
  NOMBRE_HORS_BORNES: placed(
    'Number out of bounds',
    '9007199254740991 at most',
    (finding) => `${seen(finding)} cannot be kept exactly.`,
  ),
  ERREUR_EXCEL: placed(
    'Spreadsheet error',
    'a number or nothing',
    (finding) => `${seen(finding)} is a spreadsheet error.`,
  ),
  VALEUR_NEGATIVE: placed(
    'Negative value',
    'zero or more',
    (finding) => `${seen(finding)} is negative, which cannot be.`,
  ),
  VALEUR_HORS_BORNES: placed(
    'Percentage above 100',
    '100% at most',
    (finding) => `${finding.seen ?? ''}% exceeds 100%.`,
  ),
  ESPACE_INHABITUEL: placed(
    'Unusual spaces',
    'a plain or no-break space',
    (finding) => `${seen(finding)} was understood.`,
  ),
  APPEL_NOTE: placed(
    'Call of a note after a number',
    'the number alone',
    (finding) =>
      `${seen(finding)} calls a note; the number is kept without it. Read it: it may tell an estimate or a break in series.`,
  ),
  FORMAT_NOMBRE: placed(
    'Foreign notation',
    '1234,5',
    (finding) =>
      `${seen(finding)}, which is not in French notation, was read ${detail(finding, 'value')}. Check the preview.`,
  ),
  UNITE_POURCENT: placed(
    '% sign in values',
    '12,5 without %',
    (finding) => `the % of ${seen(finding)} was removed; still a percentage.`,
  ),
  UNITE_CONTRADICTOIRE: placed(
    'Unit other than that of the indicator',
    'values in the unit of the indicator',
    (finding) =>
      `the unit ${seen(finding)} is not that of ${detail(finding, 'indicator')} (${vocabulary.units[detail(finding, 'unit')]?.name ?? detail(finding, 'unit')}). Convert the values, or say by how much to multiply them.`,
  ),
  VALEURS_MANQUANTES: placed('Missing values', 'a value, or a mark that says why it is missing', (finding) =>
    finding.detail?.['reason']
      ? `${seen(finding)} is read as a missing value (${absence(finding)}), here and below.`
      : 'missing value. An empty cell erases nothing.',
  ),
  DENOMINATEUR_NUL: placed(
    'Zero denominator',
    'more than zero',
    () => 'the denominator is zero; the rate does not apply.',
  ),
  RATIO_INCOHERENT: placed(
    'Rate and parts disagree',
    'value = numerator ÷ denominator',
    (finding) => `${seen(finding)} does not match the value, or exceeds the whole.`,
  ),
} as const satisfies Partial<Record<RowFindingCode, FindingText>>;
