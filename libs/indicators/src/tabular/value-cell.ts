import { type AbsenceReason, absenceCode, type ObservationStatus, statusCode } from '../measure';
import { aFinding, type Finding } from './finding';
import { readNumber } from './french-number';
import { countThreshold, type ImportedIndicator } from './indicator-index';
import type { RowStatus } from './row-status';

/** What a value cell, with the numerator and denominator of its row, gives to keep. */
export interface ObservedMeasure {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly absence: number | null;
  readonly status: number;
}

/** Where a cell is, for the remarks on it. */
export interface CellPlace {
  readonly line: number;
  readonly column: string;
}

/** How the file writes numbers, as its first rows show. */
export interface NumberHabits {
  readonly hasDecimalComma: boolean;
  readonly hasThousandsComma: boolean;
  readonly hasDecimalPoint: boolean;
  readonly hasThousandsPoint: boolean;
  readonly hasPercentSign: boolean;
  /** What values are multiplied by: 1000 when the file counts in thousands. */
  readonly factor: number;
}

/** Looks for evidence in sample cells: "12,5" can only be a decimal comma, "1,234.50" only thousands; so for points. */
export function numberHabits(cells: Iterable<string>, factor = 1): NumberHabits {
  let hasDecimalComma = false;
  let hasThousandsComma = false;
  let hasDecimalPoint = false;
  let hasThousandsPoint = false;
  let hasPercentSign = false;
  for (const cell of cells) {
    hasDecimalComma ||= /^\s*-?(?:\d+,(?:\d{1,2}|\d{4,})|0,\d+)\s*%?\s*$/.test(cell);
    hasThousandsComma ||= /^\s*-?\d{1,3}(?:,\d{3})+\.\d+\s*$|^\s*-?\d{1,3}(?:,\d{3}){2,}\s*$/.test(cell);
    hasDecimalPoint ||= /^\s*-?(?:\d+\.(?:\d{1,2}|\d{4,})|0\.\d+)\s*%?\s*$/.test(cell);
    hasThousandsPoint ||= /^\s*-?\d{1,3}(?:\.\d{3})+,\d+\s*$|^\s*-?\d{1,3}(?:\.\d{3}){2,}\s*$/.test(cell);
    hasPercentSign ||= /%\s*$/.test(cell);
  }
  return { hasDecimalComma, hasThousandsComma, hasDecimalPoint, hasThousandsPoint, hasPercentSign, factor };
}

type CellNumber =
  | { readonly value: number; readonly status: ObservationStatus }
  | { readonly absence: AbsenceReason }
  | null;

/** Sums that are not written with three decimals: "12.345" may be twelve thousand euros. */
const mayBeThousands = ({ unit, decimals }: ImportedIndicator): boolean =>
  decimals === 0 || (decimals < 3 && /^(?:euros|persons|count|households|fte)/.test(unit));

/** Reads one number cell; undefined when it refuses the row. null: empty. */
function readCellNumber(
  cell: string,
  indicator: ImportedIndicator,
  habits: NumberHabits,
  place: CellPlace,
  findings: Finding[],
): CellNumber | undefined {
  const reading = readNumber(
    indicator.unit.startsWith('euros') ? cell.replace(/\s*(?:€|euros?|EUR)(?=\s*(?:$|[(*]))/u, '') : cell,
  );
  if (reading.kind === 'empty') return null;
  if (reading.kind === 'absent') return { absence: reading.reason };
  const report = (code: Finding['code'], detail?: Finding['detail']) =>
    findings.push(aFinding(code, place.line, place.column, cell, detail));
  if (reading.kind === 'invalid') {
    report(reading.code);
    return undefined;
  }
  let { value } = reading;
  const hasPoint = cell.includes('.');
  const isDecimal = hasPoint ? habits.hasDecimalPoint : habits.hasDecimalComma;
  const isUnsettled = reading.remarks.includes('NOMBRE_AMBIGU') && !isDecimal;
  const isThousands = isUnsettled && (hasPoint ? habits.hasThousandsPoint : habits.hasThousandsComma);
  if (isThousands) value = Math.round(value * 1000);
  else if (isUnsettled && mayBeThousands(indicator)) {
    report('NOMBRE_AMBIGU');
    return undefined;
  }
  // a point among decimal commas is read, and shown: it may be someone else's thousands
  const isForeign = reading.remarks.includes('FORMAT_NOMBRE') || (hasPoint && habits.hasDecimalComma);
  if (isThousands || isForeign) report('FORMAT_NOMBRE', { value });
  for (const other of reading.remarks) if (other !== 'NOMBRE_AMBIGU' && other !== 'FORMAT_NOMBRE') report(other);
  const isPercentage = indicator.unit.startsWith('percent');
  if (reading.isPercent) {
    report(isPercentage ? 'UNITE_POURCENT' : 'NOMBRE_INVALIDE');
    if (!isPercentage) return undefined;
  }
  return { value, status: reading.status };
}

const readPart = (
  cell: string,
  column: string,
  indicator: ImportedIndicator,
  habits: NumberHabits,
  { line }: CellPlace,
  findings: Finding[],
): CellNumber | undefined => (cell === '' ? null : readCellNumber(cell, indicator, habits, { line, column }, findings));

/** 0.07 × 100 is 7, not 7.000000000000001. */
const scaled = (part: CellNumber | undefined, factor: number): CellNumber | undefined =>
  part && 'value' in part && factor !== 1 ? { ...part, value: Number((part.value * factor).toPrecision(15)) } : part;

const numberOf = (part: CellNumber): number | null => (part && 'value' in part ? part.value : null);
const markedAs = (part: CellNumber): ObservationStatus => (part && 'value' in part ? part.status : 'normal');
const absenceOf = (part: CellNumber): AbsenceReason | null => (part && 'absence' in part ? part.absence : null);

/** The measure of a row's value column; undefined when the row is refused, null when nothing is given. */
export function readMeasure(
  cells: { readonly value: string; readonly numerator: string; readonly denominator: string },
  indicator: ImportedIndicator,
  habits: NumberHabits,
  status: RowStatus,
  place: CellPlace,
  findings: Finding[],
): ObservedMeasure | null | undefined {
  const value = scaled(readCellNumber(cells.value, indicator, habits, place, findings), habits.factor);
  const numerator = readPart(cells.numerator, 'numerateur', indicator, habits, place, findings);
  const denominator = readPart(cells.denominator, 'denominateur', indicator, habits, place, findings);
  if (value === undefined || numerator === undefined || denominator === undefined) return undefined;
  const report = (code: Finding['code'], seen: string | null, detail?: Finding['detail']) =>
    findings.push(aFinding(code, place.line, place.column, seen, detail));
  const given = numberOf(value);
  const top = numberOf(numerator);
  const bottom = numberOf(denominator);
  const below = ([number]: readonly [number | null, string, string]): boolean => number !== null && number < 0;
  const negative = [
    [given, place.column, cells.value] as const,
    [top, 'numerateur', cells.numerator] as const,
    [bottom, 'denominateur', cells.denominator] as const,
  ].find(below);
  if (negative && !indicator.allowsNegative) {
    findings.push(aFinding('VALEUR_NEGATIVE', place.line, negative[1], negative[2]));
    return undefined;
  }
  const absenceMark = absenceOf(value) ?? absenceOf(numerator) ?? absenceOf(denominator);
  // "NA" in the cell says nothing of why; the status does ("ndiff")
  const absence = absenceMark === 'not-available' ? (status.absence ?? absenceMark) : (absenceMark ?? status.absence);
  if (absence && status.absence && given !== null) report('STATUT_CONTRADICTOIRE', cells.value);
  if (absence) return { value: null, numerator: null, denominator: null, absence: absenceCode(absence), status: 0 };
  if (given === null && (top === null || bottom === null)) return null;
  const marked = [value, numerator, denominator].map(markedAs).find((own) => own !== 'normal');
  const measure = {
    value: given,
    numerator: top,
    denominator: bottom,
    absence: null,
    status: statusCode(status.status === 'normal' ? (marked ?? 'normal') : status.status),
  };
  if (bottom === 0) {
    report('DENOMINATEUR_NUL', cells.denominator);
    return { ...measure, value: null, absence: absenceCode('not-applicable') };
  }
  remarkOnSize(measure, indicator, report);
  return measure;
}

/** Remarks that refuse nothing: a part above its whole, a percentage above 100, a count that secrecy will hide. */
function remarkOnSize(
  { value, numerator, denominator }: ObservedMeasure,
  indicator: ImportedIndicator,
  report: (code: Finding['code'], seen: string | null, detail?: Finding['detail']) => void,
): void {
  const { unit, scale, suppressionThreshold } = indicator;
  if (value !== null && value > 100 && unit === 'percent') report('VALEUR_HORS_BORNES', String(value));
  if (numerator !== null && denominator !== null && denominator !== 0) {
    const ratio = (scale * numerator) / denominator;
    const isPartOfWhole = unit === 'percent' && numerator > denominator;
    const differs = value !== null && Math.abs(value - ratio) > Math.max(0.06, Math.abs(ratio) * 0.01);
    if (isPartOfWhole || differs) report('RATIO_INCOHERENT', `${numerator} / ${denominator}`);
  }
  const counted = countThreshold(indicator) !== null ? value : numerator;
  if (counted !== null && suppressionThreshold !== null && counted > 0 && counted < suppressionThreshold)
    report('SECRET_PRIMAIRE', null, { threshold: suppressionThreshold });
}
