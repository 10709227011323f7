import { gzipSync } from 'node:zlib';
import { all, table, titles, type UglyCase } from './table';

const whole = { kept: 5, rejected: 0, sum: 703 } as const;
const warned = 'accept-with-warnings';

const column = (title: string, cell: string): UglyCase => ({
  name: `a column « ${title} »`,
  content: `code_territoire;${title};annee;indicateur;valeur\n01001;${cell};2023;NB_APA;27\n`,
  outcome: 'reject',
  code: 'DONNEES_NOMINATIVES',
  kept: 0,
  message: /personnel/,
});
const foreign = (name: string, content: string | Buffer, message: RegExp): UglyCase => ({
  name,
  content,
  outcome: 'reject',
  code: 'TYPE_FICHIER',
  message,
});

const bytes = (hexadecimal: string): Buffer => Buffer.from(hexadecimal, 'hex');

export const persons: readonly UglyCase[] = [
  column('NIR', '1850101001001'),
  column('Prénom', 'Camille'),
  column('Date de naissance', '01/01/1950'),
  column('E-mail', 'a@b.fr'),
  column('Téléphone', '0600000000'),
  column('Civilité', 'M.'),
  column('Matricule', '1234567'),
  column('Nom de famille', 'X'),
  ...['06 12 34 56 78', '1 85 01 01 001 001 35', 'camille@exemple.fr', 'FR76 3000 6000 0112 3456 7890 189'].map(
    (text): UglyCase => ({
      name: `a cell « ${text} »`,
      content: table({ names: [text] }),
      outcome: warned,
      code: 'DONNEE_PERSONNELLE',
      ...whole,
    }),
  ),
];

export const attacks: readonly UglyCase[] = [
  ...['BM', 'MZ', 'PAR1', 'RIFF', 'ID3', 'C1', 'Date: From', '#ref'].map(
    (start): UglyCase => ({
      name: `a table that begins like another kind of file: ${start}`,
      content: table({}, '\n', `${start}_x;${titles}`).replaceAll(/^(?=\d)/gm, 'a;'),
      outcome: warned,
      ...whole,
    }),
  ),
  {
    name: 'formulas in labels',
    content: table({ names: ['=HYPERLINK("http://x")', '@SUM(A1)', "+cmd|' /C calc'!A0"] }),
    outcome: 'accept',
    ...whole,
  },
  {
    name: 'labels turned around',
    content: table({ names: ['\u202eyanorbmA', '\u2066x'] }),
    outcome: warned,
    code: 'CARACTERE_INVISIBLE',
    ...whole,
    message: /ligne 2, colonne .*libelle.*⟨U\+202E⟩/i,
  },
  {
    name: 'tags in every cell',
    content: table({ codes: all('<script>alert(1)</script>'), values: all('<img src=x onerror=alert(1)>') }),
    outcome: 'reject',
    code: 'TERRITOIRE_INCONNU',
    rejected: 5,
  },
  {
    name: 'a tag as a title',
    content: table({}, '\n', titles.replace('libelle', '<script>alert(1)</script>')),
    outcome: warned,
    code: 'COLONNE_IGNOREE',
    ...whole,
  },
  { name: 'what ends a COPY', content: table({ names: ['\\.', '\\N', '\\t', '\u2028'] }), outcome: 'accept', ...whole },
  { name: 'five thousand quotes', content: `${titles}\n${'"'.repeat(5_000)}\n`, outcome: 'reject' },
  foreign('gzip', gzipSync(table()), /GZIP/),
  foreign(
    'a web page as Excel exports it',
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>1</td></tr></table></html>',
    /HTML.*tableur/,
  ),
  foreign('a web table after blank lines', '\r\n\r\n <TABLE border=1><tr><td>x</td></tr></TABLE>', /HTML/),
  foreign('XML of Excel 2003', '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', /XML/),
  foreign('RTF', '{\\rtf1\\ansi bonjour\\par}', /RTF/),
  foreign(
    'DOCX',
    Buffer.concat([
      Buffer.from('PK\u0003\u0004'),
      Buffer.alloc(26),
      Buffer.from('[Content_Types].xml word/document.xml'),
    ]),
    /DOCX/,
  ),
  foreign('PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), /IMAGE/),
  foreign('WebP', 'RIFF\0\0\0\0WEBPVP8 ', /IMAGE/),
  foreign('7z', Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]), /n’est pas un tableau/),
  foreign('tar', Buffer.from(`${'x.csv'.padEnd(257, '\0')}ustar\0`), /n’est pas un tableau/),
  foreign('Parquet', Buffer.from('PAR1\0\u0001', 'latin1'), /PARQUET/),
  foreign('SQLite', 'SQLite format 3\0'.padEnd(100, '\0'), /SQLITE/),
  foreign('RAR', 'Rar!\u001a\u0007\u0001\0', /archive RAR.*Décompressez/),
  foreign('bzip2', 'BZh91AY&SY', /archive BZIP2/),
  foreign('xz', bytes('fd377a585a00'), /archive XZ/),
  foreign('a Windows program', `MZ${'\0'.repeat(62)}`, /programme \(EXE\)/),
  foreign('a Linux program', bytes('7f454c46020101'), /programme \(ELF\)/),
  foreign('a web program', '<?php system($_GET["a"]); ?>', /programme \(PHP\)/),
  foreign('dBase', bytes(`037b0b1601000000${'4100'}0500${'00'.repeat(60)}`), /DBF.*tableur/),
  foreign('Access 97', `\0\u0001\0\0Standard Jet DB\0`, /base de données MDB.*Exportez la table/),
  foreign('Access', `\0\u0001\0\0Standard ACE DB\0`, /base de données ACCDB/),
  foreign('MP4', '\0\0\0\u0018ftypisom', /film.*MP4/),
  foreign('MOV', '\0\0\0\u0014ftypqt  ', /film.*MOV/),
  foreign('GIF', 'GIF89a', /IMAGE \(GIF\)/),
  foreign('TIFF', 'II*\0', /IMAGE \(TIFF\)/),
  foreign('BMP', 'BM\u0046\0\0\0\0\0\0\0\u0036\0\0\0', /IMAGE \(BMP\)/),
  foreign('a map', bytes(`0000270a${'00'.repeat(96)}`), /SHP/),
  foreign(
    'a message',
    'Received: from a\r\nFrom: a@b.fr\r\nSubject: APA\r\n\r\ncode;valeur\r\n',
    /message.*pièce jointe/,
  ),
  foreign('Excel 4', bytes('0904060000000000'), /XLS d’une très ancienne version/),
  foreign('SAS', bytes(`${'00'.repeat(12)}c2ea8160`), /SAS7BDAT/),
  foreign('Stata', '<stata_dta><header>', /DTA/),
  foreign('a web page in UTF-16', Buffer.from('\ufeff<html><table>', 'utf16le'), /HTML.*tableur/),
  foreign('a drawing after its prolog', '<?xml version="1.0"?><!-- a --><svg xmlns="x"/>', /SVG/),
  foreign('JSON lines', '{"a":1}\n{"a":2}\n', /JSON/),
  foreign('GeoJSON', '{ "type": "FeatureCollection", "features": [] }', /JSON/),
];
