import type { CsvRow } from './csv-rows';
import { aFinding, type Finding, type FindingCode } from './finding';

export const problemCodes: Readonly<Record<NonNullable<CsvRow['problem']>, FindingCode>> = {
  'unclosed-quote': 'GUILLEMET_NON_FERME',
  'late-quote': 'GUILLEMET_NON_FERME',
  'too-long': 'CHAMP_TROP_LONG',
  'too-many-columns': 'TROP_DE_COLONNES',
  nul: 'OCTET_NUL',
  'not-utf8': 'ENC_INVALIDE',
};

/** Why a row cannot be cut into cells, at the column where it shows. */
export function problemOf(
  { cells, line }: CsvRow,
  problem: NonNullable<CsvRow['problem']>,
  headers: readonly string[],
): Finding {
  const longest = cells.reduce((best, cell, index) => (cell.length > (cells[best]?.length ?? 0) ? index : best), 0);
  const index = problem === 'nul' ? cells.findIndex((cell) => cell.includes('\0')) : longest;
  const lineBreaks = cells[index]?.match(/\r\n|\r|\n/g)?.length ?? 0;
  const closing = problem === 'late-quote' ? { closingLine: line + lineBreaks } : undefined;
  return aFinding(problemCodes[problem], line, headers[index] ?? null, null, closing);
}
