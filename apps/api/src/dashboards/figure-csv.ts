import { type Locale, pageWords } from '@sillage/indicators';
import { disarmed, quotedCell } from '../platform/csv-cell';
import type { FigurePage } from './page-facts';

const byteOrderMark = '\ufeff';

/** A spreadsheet must read a number, not a typeset text: no thin space, an ASCII minus. */
const plainNumber = (text: string): string => text.replace(/[\u202f\u00a0]/g, '').replace(/\u2212/g, '-');

const cellText = (text: string, separator: string): string => quotedCell(disarmed(text), separator);

/** A figure's table as a file that French spreadsheets open: its symbols, then their meaning, the source and the dates. */
export function figureCsv(figure: FigurePage, locale: Locale): string {
  const words = pageWords[locale].csv;
  const { separator } = words;
  const { columns, rows } = figure.table;
  const isNumber = /^[+\-\u2212]?[\d\u202f\u00a0 ,.]+$/;
  const table = rows.map((row) =>
    row.map(({ text }, index) =>
      // English writes thousands with the separator of its decimals' file
      columns[index]?.isNumeric && isNumber.test(text)
        ? plainNumber(locale === 'en' ? text.replaceAll(',', '') : text)
        : cellText(text, separator),
    ),
  );
  const notes = [
    [words.title, figure.title],
    [words.subtitle, figure.subtitle],
    ...figure.notes.map((note) => [words.symbols, note]),
    ...figure.sources.map((source) => [words.source, source]),
    ...figure.dates.map((date) => [words.dates, date]),
  ].map((line) => line.map((text) => cellText(text, separator)));
  const lines = [columns.map(({ label }) => cellText(label, separator)), ...table, [], ...notes];
  return `${byteOrderMark}${lines.map((line) => line.join(separator)).join('\r\n')}\r\n`;
}
