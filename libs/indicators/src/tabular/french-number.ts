import type { AbsenceReason, ObservationStatus } from '../measure';
import { absenceOfMark } from './absence-mark';
import type { FindingCode } from './finding';
import { markAlone, partMarks } from './value-mark';

export type NumberReading =
  | {
      readonly kind: 'number';
      readonly value: number;
      /** Remarks that do not refuse the cell. */
      readonly remarks: readonly FindingCode[];
      /** As the marks after it say. */
      readonly status: ObservationStatus;
      readonly isPercent: boolean;
    }
  | { readonly kind: 'absent'; readonly reason: AbsenceReason }
  | { readonly kind: 'empty' }
  | { readonly kind: 'invalid'; readonly code: 'NOMBRE_INVALIDE' | 'NOMBRE_HORS_BORNES' | 'ERREUR_EXCEL' };

// "#N/A", "#N/D", "#VALEUR !", a column too narrow; LibreOffice writes "Err:502"
const excelError = /^(?:#+|#[\p{L}/][\p{L}\d/_]*\s?[!?]?|err\s?:\s?\d{3})$/iu;
const usualSpaces = / |\u00a0|\u202f/u;
const groupSpace = '[ \\u00a0\\u2000-\\u200a\\u202f\\u3000]';
// some statistical programs write no zero before the point
const plain = /^(?:\d+(?:[.,]\d+)?|\.\d+)$/;
const spaced = new RegExp(`^\\d{1,3}(?:(${groupSpace})\\d{3})(?:\\1\\d{3})*(?:[.,]\\d+)?$`, 'u');
const english = /^\d{1,3}(?:(?:,\d{3})+\.\d+|(?:,\d{3}){2,})$/;
const dotted = /^\d{1,3}(?:(?:\.\d{3})+,\d+|(?:\.\d{3}){2,})$/;
const scientific = /^\d{1,400}(?:[.,]\d{1,400})?e[+-]?\d{1,4}$/i;
const couldBeThousands = /^[1-9]\d{0,2}[,.]\d{3}$/;

const invalid = (code: 'NOMBRE_INVALIDE' | 'NOMBRE_HORS_BORNES' | 'ERREUR_EXCEL'): NumberReading => ({
  kind: 'invalid',
  code,
});

/**
 * Reads one cell in French or English notation; each cell decides for itself, since real files mix both.
 * Never NaN, an infinity, hexadecimal, or 0 for an empty cell. A comma or a point followed by three digits is
 * decimal, with the remark NOMBRE_AMBIGU.
 */
export function readNumber(cell: string): NumberReading {
  let text = cell.trim();
  if (text === '') return { kind: 'empty' };
  if (text.length > 420) return invalid('NOMBRE_INVALIDE');
  const reason = absenceOfMark(text);
  if (reason) return { kind: 'absent', reason };
  if (excelError.test(text)) return invalid('ERREUR_EXCEL');
  // a status without its number
  if (markAlone(text) !== undefined) return { kind: 'absent', reason: 'not-available' };
  const marked = partMarks(text);
  text = marked.text;
  const isPercent = text.endsWith('%');
  if (isPercent) text = text.slice(0, -1).trimEnd();
  const isNegative = /^[-−–]/u.test(text);
  const digits = isNegative ? text.slice(1).trimStart() : text.startsWith('+') ? text.slice(1) : text;
  const canonical = canonicalDigits(digits);
  if (!canonical) return invalid('NOMBRE_INVALIDE');
  const magnitude = Number(canonical.digits);
  const isLost = magnitude === 0 && /[1-9]/.test(canonical.digits.replace(/e.*$/i, ''));
  const isInteger = !/[.e]/i.test(canonical.digits);
  if (!Number.isFinite(magnitude) || isLost || (isInteger && magnitude > Number.MAX_SAFE_INTEGER))
    return invalid('NOMBRE_HORS_BORNES');
  return {
    kind: 'number',
    value: isNegative && magnitude !== 0 ? -magnitude : magnitude,
    remarks: marked.hasNote ? [...canonical.remarks, 'APPEL_NOTE'] : canonical.remarks,
    status: marked.status,
    isPercent,
  };
}

/** Digits as JavaScript writes them, with what was unusual; undefined when it is no number. */
function canonicalDigits(text: string): { digits: string; remarks: FindingCode[] } | undefined {
  if (plain.test(text)) {
    return { digits: text.replace(',', '.'), remarks: couldBeThousands.test(text) ? ['NOMBRE_AMBIGU'] : [] };
  }
  const space = spaced.exec(text)?.[1];
  if (space)
    return {
      digits: text.replaceAll(space, '').replace(',', '.'),
      remarks: usualSpaces.test(space) ? [] : ['ESPACE_INHABITUEL'],
    };
  if (english.test(text)) return { digits: text.replaceAll(',', ''), remarks: ['FORMAT_NOMBRE'] };
  if (dotted.test(text)) return { digits: text.replaceAll('.', '').replace(',', '.'), remarks: ['FORMAT_NOMBRE'] };
  if (scientific.test(text)) return { digits: text.replace(',', '.'), remarks: ['FORMAT_NOMBRE'] };
  return undefined;
}
