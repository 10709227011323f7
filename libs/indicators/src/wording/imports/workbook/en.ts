import type { Finding, WorkbookFindingCode } from '../../../tabular/finding';
import type { FindingText } from '../finding-text';
import { detail, kindsOfFile, text } from '../places/en';

const archiveReasons: Readonly<Record<string, (finding: Finding) => string>> = {
  entries: (finding) => `This zip archive holds ${detail(finding, 'count')} files: too many. Send the file itself.`,
  several: (finding) =>
    `This zip archive holds ${detail(finding, 'count')} tables (${detail(finding, 'names')}). Send them one by one.`,
  nested: () => 'This zip archive holds another one. Unpack it and send the file itself.',
  path: (finding) =>
    `This zip archive is refused: the path of “${detail(finding, 'name')}” leaves its folder. Send the file of the table.`,
  link: (finding) =>
    `This zip archive is refused: “${detail(finding, 'name')}” is a link, not a file. Send the file of the table.`,
  named: () => 'This file is a zip archive, whatever its name. Give it back its .zip extension and try again.',
};

const unreadableReasons: Readonly<Record<string, string>> = {
  doctype: 'it declares a document type, which no spreadsheet program writes',
  rows: 'its rows do not follow each other or are too many',
  sheets: 'it holds too many sheets',
  merges: 'it holds too many merged cells',
};

/** Sentences about workbooks and archives, in English. */
export const workbookFindingsEn: Record<WorkbookFindingCode, FindingText> = {
  ARCHIVE_INTERDITE: text(
    'Archive refused',
    kindsOfFile,
    (finding) =>
      archiveReasons[detail(finding, 'reason')]?.(finding) ??
      'This zip archive holds no table (CSV, XLSX, XLS or ODS). Send the file of the table.',
  ),
  BOMBE_DECOMPRESSION: text(
    'File too large once unpacked',
    kindsOfFile,
    (finding) =>
      `This compressed file (zip) announces ${detail(finding, 'megabytes')} MB once unpacked, over a hundred times its size: it is refused unopened.`,
  ),
  FICHIER_PROTEGE: text(
    'Password-protected file',
    'a file that opens without a password',
    () => 'This file is protected by a password. Open it, remove the protection and save it.',
  ),
  CLASSEUR_ILLISIBLE: text('Unreadable workbook', kindsOfFile, (finding) =>
    detail(finding, 'reason') === 'zip'
      ? 'This file cannot be read: the archive (zip or workbook) is damaged or incomplete. Download or save it again and retry.'
      : `This file cannot be read: ${unreadableReasons[detail(finding, 'reason')] ?? 'it is damaged or incomplete'}. Open it, save it again and retry.`,
  ),
  CLASSEUR_TROP_GRAND: text('Workbook too large', 'a sheet within the limits', (finding) =>
    detail(finding, 'part') === 'texts'
      ? `This workbook holds over ${detail(finding, 'limit')} MB of different texts. Save the sheet as CSV.`
      : `This file weighs ${detail(finding, 'megabytes')} MB once unpacked. Split it by year.`,
  ),
  FEUILLE_INCONNUE: text(
    'Unknown sheet',
    'the name of a sheet of the workbook',
    (finding) => `This workbook has no sheet “${detail(finding, 'sheet')}”. Its sheets: ${detail(finding, 'names')}.`,
  ),
  FEUILLES_TOUTES_MASQUEES: text(
    'All filled sheets are hidden',
    'a visible sheet',
    (finding) => `Only hidden sheets hold anything: ${detail(finding, 'names')}. Choose the one to read.`,
  ),
  FEUILLES_IGNOREES: text(
    'Other sheets not read',
    'one sheet per import',
    (finding) =>
      `Sheet “${detail(finding, 'sheet')}” is read. The others are not: ${detail(finding, 'names')}. Choose another one if it is not the right one.`,
  ),
  FEUILLES_MASQUEES: text(
    'Hidden sheets not read',
    'data in a visible sheet',
    (finding) => `This workbook has hidden sheets, which are not read: ${detail(finding, 'names')}.`,
  ),
  MACROS_IGNOREES: text(
    'Macros ignored',
    'a workbook without macros',
    () => 'This workbook holds macros: they are neither read nor run. Only cells are read.',
  ),
  LIGNES_MASQUEES: text(
    'Hidden rows read',
    'visible rows',
    (finding) =>
      `This sheet has rows that are hidden or filtered out (${detail(finding, 'count')}, the first on line ${finding.line ?? 1}): they are read like the others. Delete them if they are not to count.`,
  ),
  FORMULES_SANS_VALEUR: text(
    'Formulas without a result',
    'the result of each formula',
    (finding) =>
      `${detail(finding, 'count')} formulas have no saved result (the first on line ${finding.line ?? 1}): their cells are read as empty. Open the workbook, let it calculate and save it.`,
  ),
  ARCHIVE_LUE: text('File read in an archive', 'the file of the table', (finding) => {
    const others = detail(finding, 'others');
    return `Of this zip archive, “${detail(finding, 'name')}” is read.${others === '' ? '' : ` The rest is not: ${others}.`}`;
  }),
};
