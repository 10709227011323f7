import iconv from 'iconv-lite';
import { table, titles, type UglyCase } from './table';

const whole = { kept: 5, rejected: 0, sum: 703 } as const;
const bytes = (...list: number[]) => Buffer.from(list);
const warned = 'accept-with-warnings';

export const encodings: readonly UglyCase[] = [
  { name: 'UTF-8 with its mark', content: `\ufeff${table()}`, outcome: 'accept', ...whole },
  { name: 'two marks of UTF-8', content: `\ufeff\ufeff${table()}`, outcome: 'accept', ...whole },
  { name: 'a mark of UTF-8, then sep=', content: `\ufeffsep=;\r\n${table()}`, outcome: 'accept', ...whole },
  {
    name: 'UTF-16BE with its mark',
    content: Buffer.concat([bytes(0xfe, 0xff), iconv.encode(table(), 'utf16-be')]),
    outcome: warned,
    code: 'ENC_UTF16',
    ...whole,
  },
  {
    name: 'UTF-16BE without a mark',
    content: iconv.encode(table(), 'utf16-be'),
    outcome: warned,
    code: 'ENC_UTF16_SANS_BOM',
    ...whole,
  },
  {
    name: 'UTF-16LE cut in the middle of a character',
    content: Buffer.concat([bytes(0xff, 0xfe), iconv.encode(table(), 'utf16-le'), bytes(0x41)]),
    outcome: warned,
    code: 'ENC_UTF16',
    ...whole,
  },
  {
    name: 'UTF-32',
    content: Buffer.concat([bytes(0xff, 0xfe, 0, 0), iconv.encode(table(), 'utf32-le')]),
    outcome: 'reject',
    code: 'ENC_INCONNU',
    message: /encodage/i,
  },
  { name: 'MacRoman', content: iconv.encode(table(), 'macintosh'), outcome: warned, code: 'ENC_MACROMAN', ...whole },
  { name: 'CP850 of MS-DOS', content: iconv.encode(table(), 'cp850'), outcome: warned, code: 'ENC_CP850', ...whole },
  {
    name: 'Latin-9 with a euro sign',
    content: iconv.encode(table({ names: ['50 € d’été'] }), 'iso-8859-15'),
    outcome: warned,
    code: 'ENC_CP1252',
    ...whole,
  },
  {
    name: 'a line in Windows-1252 among lines in UTF-8',
    content: Buffer.concat([Buffer.from(table()), iconv.encode('01008;Ambutrix-lès;2023;NB_APA;100\r\n', 'win1252')]),
    outcome: warned,
    code: 'ENC_CP1252',
    kept: 6,
    sum: 803,
  },
  {
    name: 'half a UTF-16 pair written in UTF-8',
    content: Buffer.concat([
      Buffer.from(`${titles}\r\n01001;`),
      bytes(0xed, 0xa0, 0x80),
      Buffer.from(';2023;NB_APA;27\r\n01002;b;2023;NB_APA;14\r\n'),
    ]),
    outcome: 'reject',
    code: 'ENC_INVALIDE',
    kept: 1,
    rejected: 1,
    message: /ligne 2/i,
  },
  {
    name: 'a NUL in a label',
    content: table({ names: ['Am\0bronay'] }),
    outcome: 'reject',
    code: 'OCTET_NUL',
    message: /ligne 2/i,
  },
  { name: 'nothing but NUL', content: Buffer.alloc(3_000), outcome: 'reject', code: 'ENC_INCONNU' },
  { name: 'a mark of UTF-8 and nothing else', content: '\ufeff', outcome: 'reject', code: 'FICHIER_VIDE' },
  {
    name: 'letters lost before the file was sent',
    content: table().replaceAll('é', '\ufffd'),
    outcome: warned,
    code: 'MOJIBAKE',
    ...whole,
    message: /ligne 2.*perdus.*Cl\ufffdmenciat/i,
  },
  { name: 'a NUL in a title', content: table().replace('annee', 'an\0nee'), outcome: 'reject', code: 'OCTET_NUL' },
  {
    name: 'a code whose digits are turned around',
    content: table({ codes: ['\u202e10010'] }),
    outcome: 'reject',
    code: 'TERRITOIRE_INCONNU',
    kept: 4,
    rejected: 1,
    message: /⟨U\+202E⟩10010/,
  },
  { name: 'a mark in the middle', content: table({ codes: ['01001', '\ufeff01002'] }), outcome: warned, ...whole },
  {
    name: 'characters that no one sees in codes',
    content: table({ codes: ['01\u200b001', '\u202e01002'] }),
    outcome: warned,
    code: 'CODE_NORMALISE',
    ...whole,
  },
  {
    name: 'a letter that looks like a zero',
    content: table({ codes: ['О1001'] }),
    outcome: 'reject',
    code: 'TERRITOIRE_INCONNU',
    kept: 4,
    rejected: 1,
  },
  {
    name: 'control characters in labels',
    content: table({ names: ['a\u0007b', '\u001b[31m'] }),
    outcome: 'accept',
    ...whole,
  },
];
