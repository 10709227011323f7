import { type FileFamily, familyOf } from '../../../tabular/file-family';
import type { FileFindingCode, Finding } from '../../../tabular/finding';
import { formatNumber } from '../../format-number';
import { en as vocabulary } from '../../vocabulary/en';
import type { FindingText } from '../finding-text';
import { detail, kindsOfFile, lineOf, placed, seen, text } from '../places/en';

const ofType = (kind: string): string => `of type ${kind}`;
const openInSpreadsheet = 'Open it in a spreadsheet program (Excel, LibreOffice) and save the sheet as CSV.';

const keptByLevel = ({ detail: counts = {} }: Finding): string =>
  Object.entries(counts)
    .map(([level, count]) => `${vocabulary.levels[level]?.many} (${formatNumber(Number(count), 0, 'en')})`)
    .join(', ');

const families: Readonly<Record<FileFamily, { readonly named: (kind: string) => string; readonly mend: string }>> = {
  workbook: {
    named: (kind) => (kind === 'OLD-XLS' ? 'an XLS workbook of a very old version of Excel' : ofType(kind)),
    mend: openInSpreadsheet,
  },
  page: { named: ofType, mend: openInSpreadsheet },
  archive: {
    named: (kind) => `an archive (${kind}), which is no table`,
    mend: 'Unpack it and send the file of the table (CSV, XLSX, XLS or ODS).',
  },
  database: { named: (kind) => `a database (${kind})`, mend: 'Export the table as CSV.' },
  document: {
    named: (kind) => `a document (${kind})`,
    mend: 'Copy the table into a spreadsheet program and save the sheet as CSV.',
  },
  image: { named: (kind) => `a picture (${kind})`, mend: 'Send a CSV file.' },
  media: { named: (kind) => `a film or a sound (${kind})`, mend: 'Send a CSV file.' },
  program: { named: (kind) => `a program (${kind})`, mend: 'Send a CSV file.' },
  mail: {
    named: (kind) => `a message (${kind})`,
    mend: 'Save the file attached to it (CSV, XLSX, XLS or ODS) and send that alone.',
  },
  apple: {
    named: () => 'a document of Apple’s (Numbers, Pages or Keynote)',
    mend: 'In Numbers, choose File, Export To, CSV.',
  },
  other: {
    named: (kind) => (kind === 'OLE' ? 'of a kind that is no table' : ofType(kind)),
    mend: 'Send a CSV file.',
  },
};

/** Sentences about a whole file, in English. */
export const fileFindingsEn: Record<FileFindingCode, FindingText> = {
  FICHIER_VIDE: text('Empty file', 'a header row and at least one data row', (finding) =>
    detail(finding, 'kind') === ''
      ? 'The file is empty.'
      : 'This workbook holds no table: its sheets are empty, or only show charts.',
  ),
  AUCUNE_LIGNE: text(
    'No data row',
    'at least one data row',
    () => 'There is no data row, only headers or empty cells.',
  ),
  TYPE_FICHIER: text('File type refused', kindsOfFile, (finding) => {
    const kind = detail(finding, 'kind');
    if (detail(finding, 'named') === 'text')
      return `This file is a ${kind.toUpperCase()} workbook (Excel, LibreOffice) under the name of a text file. Give it back its .${kind} extension, or save the sheet as CSV.`;
    const { named, mend } = families[familyOf(kind)];
    return `This file is ${named(kind.toUpperCase())}, whatever its name. ${mend}`;
  }),
  ENC_INCONNU: text(
    'Unknown encoding',
    'UTF-8, Windows-1252 or UTF-16',
    () => 'The encoding is unknown. Save as “CSV UTF-8”.',
  ),
  ENC_INVALIDE: placed(
    'Invalid encoding',
    'valid UTF-8',
    () => 'this is not valid UTF-8, it hides forbidden characters. Export the file again.',
  ),
  ENC_CP1252: text(
    'Read as Windows-1252',
    'UTF-8',
    () => 'Not UTF-8: it was read as Windows-1252. Is the preview right?',
  ),
  ENC_MACROMAN: text(
    'Read as MacRoman',
    'UTF-8',
    () => 'It is in MacRoman (old Mac): converted. Is the preview right?',
  ),
  ENC_CP850: text('Read as CP850', 'UTF-8', () => 'It is in CP850 (MS-DOS): converted. Is the preview right?'),
  ENC_UTF16: text('Read as UTF-16', 'UTF-8', () => 'The file is in UTF-16: it was converted. Is the preview right?'),
  ENC_UTF16_SANS_BOM: text(
    'Read as UTF-16 without a mark',
    'UTF-8',
    () => 'It seems to be UTF-16. Is the preview right?',
  ),
  MOJIBAKE: placed('Damaged accents', 'readable accents', (finding) =>
    finding.detail?.['isLost']
      ? `characters were lost before the file was sent (${seen(finding)}). Export it again as UTF-8.`
      : `accents seem damaged (${seen(finding)}).`,
  ),
  OCTET_NUL: placed('NUL character', 'text without NUL', () => 'a NUL character is present. Export the file again.'),
  FIN_LIGNE_CR: text('Old Mac line ends', 'LF or CRLF', () => 'Lines end with CR alone (old Mac): understood.'),
  SEP_INCOHERENT: text(
    'Wrong separator announced',
    'the separator really used',
    (finding) => `The first line announces the separator ${seen(finding)}, but the file uses another, which was kept.`,
  ),
  NIVEAU_AMBIGU: placed(
    'Level to choose',
    'the level of the file’s territories',
    (finding) =>
      `the codes fit several levels. Rows that can be read: ${keptByLevel(finding)}. Choose the level of the file, or add a column “niveau”.`,
  ),
  LIGNES_TITRE: text(
    'Title rows above the table',
    'headers on line 1',
    (finding) => `Title rows come before the table: the header was found on line ${detail(finding, 'header')}.`,
  ),
  ENTETE_INCONNU: placed(
    'Unknown headers',
    'a column of codes (code_territoire, codgeo, code_insee, code_dep…) and another known column',
    (finding) =>
      `no known column header (seen: ${seen(finding)}). Missing column: “code_territoire”. Put the headers above the table or download an example file.`,
  ),
  ENTETE_DUPLIQUE: text(
    'Repeated header',
    'one header per column',
    (finding) => `${lineOf(finding)}: two columns are called “${finding.column ?? ''}”. Rename one.`,
  ),
  ENTETE_TROP_LONG: placed('Header too long', '1,000 characters at most', () => 'a header exceeds 1,000 characters.'),
  PLAUSIBILITE_PARTIELLE: text(
    'Plausibility checked in part',
    '',
    ({ detail }) =>
      `The first ${formatNumber(Number(detail?.['limit']), 0, 'en')} values of the file (of ${formatNumber(Number(detail?.['count']), 0, 'en')}) were compared with each other; the next ones were not.`,
  ),
  ENTETES_CHANGES: text(
    'Columns changed since the last import of this source',
    'the columns of the last published import of this source, or your confirmation',
    ({ detail }) =>
      `The columns are no longer those of the last import of this source${
        detail?.['missing'] ? `; missing: ${detail['missing']}` : ''
      }${detail?.['added'] ? `; new: ${detail['added']}` : ''}. Check what each column is, then confirm.`,
  ),
  COLONNE_MANQUANTE: text(
    'Missing column',
    'territory code, period, indicator and value, or their synonyms',
    (finding) => `Missing column: “${finding.column ?? ''}”. Add it or download an example file.`,
  ),
  COLONNES_VIDES: text(
    'Columns without header',
    'a header for each column',
    (finding) =>
      `Columns without a header (${detail(finding, 'ranks')}) are ignored.${finding.detail?.['isFilled'] ? ' Give a header to what must be read.' : ''}`,
  ),
  COLONNE_IGNOREE: text(
    'Column ignored',
    'an indicator of the catalogue or a known column',
    (finding) => `Column “${finding.column ?? ''}” matches no indicator of the catalogue: ignored.`,
  ),
  SERIE_REMPLACEE: text(
    'Former series replaced',
    '',
    (finding) =>
      `Column “${finding.column ?? ''}” is a former series: “${detail(finding, 'by')}” replaces it (series break).`,
  ),
  COLONNE_DESCRIPTIVE: text(
    'Descriptive column',
    '',
    (finding) => `Column “${finding.column ?? ''}” describes the row: not imported.`,
  ),
  AUCUN_INDICATEUR: text(
    'No known indicator',
    'a column named after an indicator, or the columns “indicateur” and “valeur”',
    (finding) => `No column matches an indicator of the catalogue (seen: ${seen(finding)}).`,
  ),
  AUCUNE_VALEUR: text(
    'Nothing to import',
    'at least one value',
    () => 'Nothing to import: every cell is empty or ignored.',
  ),
  DONNEES_NOMINATIVES: text('Data about persons', 'aggregated data only', ({ column, line, sheet }) => {
    const ofSheet = sheet === undefined ? '' : ` of sheet “${sheet}”`;
    const place = line === null ? 'This file' : `Line ${line}${ofSheet}`;
    const told =
      column === null
        ? `${place} holds personal data (e-mail address, telephone, social security number, name).`
        : `Column “${column}”${ofSheet} announces personal data.`;
    return `${told} Only aggregated data are accepted: the file is not kept.`;
  }),
  TROP_DE_COLONNES: placed(
    'Too many columns',
    '2,000 columns at most',
    () => 'more than 2,000 columns. Split the table.',
  ),
  CHAMP_TROP_LONG: placed('Cell too long', '10,000 characters at most', () => 'a cell exceeds 10,000 characters.'),
  GUILLEMET_NON_FERME: placed('Unclosed quote', 'a closing quote', (finding) =>
    finding.detail?.['closingLine']
      ? `a quote opened here is only closed at line ${detail(finding, 'closingLine')}: the lines between would be read as one text. Close it or remove it.`
      : 'a quote is never closed. Close it or remove it.',
  ),
  CARACTERE_INVISIBLE: placed('Invisible characters', 'plain text', (finding) =>
    finding.seen === null
      ? 'invisible characters were removed.'
      : `invisible characters turn the text around (${seen(finding)}). Remove them.`,
  ),
  SCHEMA_PARTIEL: {
    title: 'Schema applied in part',
    expected: '',
    message: (finding) => `Of the schema given, this was not checked: ${detail(finding, 'parts')}. The rest was.`,
  },
};
