import type { Finding } from '../../../tabular/finding';
import type { FindingText } from '../finding-text';

/** "Line 12 of sheet “Data”". */
export const lineOf = ({ line, sheet }: Finding): string =>
  `Line ${line ?? 1}${sheet === undefined ? '' : ` of sheet “${sheet}”`}`;
export const where = (finding: Finding): string =>
  [finding.line === null ? null : lineOf(finding), finding.column === null ? null : `column “${finding.column}”`]
    .filter(Boolean)
    .join(', ') || 'File';
export const seen = (finding: Finding): string => `“${finding.seen ?? ''}”`;
export const kindsOfFile = 'a CSV, TXT, XLSX, XLS or ODS file, or a ZIP that holds only one';
export const detail = (finding: Finding, key: string): string => String(finding.detail?.[key] ?? '');

/** A text from its title, what was expected, and what follows the place. */
export const text = (title: string, expected: string, message: (finding: Finding) => string): FindingText => ({
  title,
  expected,
  message,
});
export const placed = (title: string, expected: string, rest: (finding: Finding) => string): FindingText =>
  text(title, expected, (finding) => `${where(finding)}: ${rest(finding)}`);
