import type { CsvRow } from './csv-rows';
import { aFinding, type Finding, type FindingCode } from './finding';

const problemCodes: Record<NonNullable<CsvRow['problem']>, FindingCode> = {
  'unclosed-quote': 'GUILLEMET_NON_FERME',
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
  return aFinding(problemCodes[problem], line, headers[index] ?? null, null);
}
