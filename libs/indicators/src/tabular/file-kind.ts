/** Bytes that a kind of file begins with, written as Latin-1 characters. */
const signatures = [
  ['pdf', '%PDF'],
  ['xls', '\xd0\xcf\x11\xe0'],
  // Excel 2 to 4, and later records outside of any compound file
  ['old-xls', '\x09\0\x04\0'],
  ['old-xls', '\x09\x02\x06\0'],
  ['old-xls', '\x09\x04\x06\0'],
  ['old-xls', '\x09\x08\x08\0'],
  ['old-xls', '\x09\x08\x10\0'],
  ['png', '\x89PNG'],
  ['jpeg', '\xff\xd8\xff'],
  ['tiff', 'II*\0'],
  ['tiff', 'MM\0*'],
  ['gif', 'GIF8'],
  ['mkv', '\x1a\x45\xdf\xa3'],
  ['rtf', '{\\rtf'],
  ['postscript', '%!PS'],
  ['arrow', 'ARROW1\0'],
  ['sqlite', 'SQLite f'],
  ['mdb', '\0\x01\0\0Standard Jet DB'],
  ['accdb', '\0\x01\0\0Standard ACE DB'],
  ['shp', '\0\0\x27\x0a'],
  ['sav', '$FL2@(#)'],
  ['sav', '$FL3@(#)'],
  ['sas7bdat', `${'\0'.repeat(12)}\xc2\xea\x81\x60`],
  ['dta', '<stata_dta>'],
  ['elf', '\x7fELF'],
  ['mach-o', '\xcf\xfa\xed\xfe'],
  ['script', '#!/'],
  ['gzip', '\x1f\x8b'],
  ['7z', '7z\xbc\xaf'],
  ['rar', 'Rar!\x1a'],
  ['bzip2', 'BZh91AY'],
  ['xz', '\xfd7zXZ'],
  ['zstd', '\x28\xb5\x2f\xfd'],
  ['cab', 'MSCF\0'],
] as const;

type InsideKind = 'exe' | 'bmp' | 'webp' | 'avi' | 'wav' | 'heic' | 'mp4' | 'mov' | 'tar' | 'parquet' | 'dbf';
type ZipKind = 'xlsx' | 'ods' | 'zip' | 'docx' | 'pptx' | 'odt';
type TextKind = 'eml' | 'json' | 'php' | 'svg' | 'html' | 'xml';
/** What a file that is not delimited text is, told by its first bytes. */
export type ForeignKind = (typeof signatures)[number][0] | InsideKind | ZipKind | TextKind;

const zipStarts = ['PK\x03\x04', 'PK\x05\x06'];
const searched = 2_048;

/** undefined for text that may hold rows. */
export function foreignKind(head: Uint8Array): ForeignKind | undefined {
  const text = String.fromCharCode(...head.subarray(0, searched));
  for (const [kind, start] of signatures) if (text.startsWith(start)) return kind;
  return kindInside(text) ?? (zipStarts.some((start) => text.startsWith(start)) ? kindOfZip(text) : kindOfText(text));
}

/** Kinds whose first letters could begin a line of text as well. */
function kindInside(text: string): InsideKind | undefined {
  const at = (start: number, end: number): string => text.slice(start, end);
  if (at(0, 2) === 'MZ' && at(2, 64).includes('\0')) return 'exe';
  if (at(0, 2) === 'BM' && at(6, 10) === '\0\0\0\0') return 'bmp';
  if (at(0, 4) === 'PAR1' && (at(4, 12).includes('\0') || at(4, 5) === '\x15')) return 'parquet';
  if (at(0, 4) === 'RIFF') return riffs.get(at(8, 12));
  if (at(0, 2) === '\0\0' && at(4, 8) === 'ftyp') return brands.get(at(8, 10)) ?? 'mp4';
  if (at(0, 1) === '\0' && /^(?:moov|mdat|wide|free|skip)$/.test(at(4, 8))) return 'mov';
  if (at(257, 262) === 'ustar') return 'tar';
  return isDbf(text) ? 'dbf' : undefined;
}

const riffs: ReadonlyMap<string, InsideKind> = new Map([
  ['WEBP', 'webp'],
  ['AVI ', 'avi'],
  ['WAVE', 'wav'],
]);
const brands: ReadonlyMap<string, InsideKind> = new Map([
  ['he', 'heic'],
  ['mi', 'heic'],
  ['qt', 'mov'],
]);

const dbfVersions = '\x02\x03\x04\x05\x30\x31\x32\x43\x63\x83\x8b\x8e\xcb\xf5\xfb';

/** The version of dBase or FoxPro, the date of the last change, the length of the header. */
const isDbf = (text: string): boolean =>
  text.length > 32 &&
  dbfVersions.includes(text[0]!) &&
  text.charCodeAt(2) <= 12 &&
  text.charCodeAt(3) <= 31 &&
  text.charCodeAt(8) + text.charCodeAt(9) * 256 > 32 &&
  text.slice(12, 14) === '\0\0';

function kindOfZip(text: string): ZipKind {
  if (/(?<![\w/-])word\/(?:_rels|document|styles|theme|settings|media)/.test(text)) return 'docx';
  if (/(?<![\w/-])ppt\/(?:_rels|presentation|slides|theme|media)/.test(text)) return 'pptx';
  if (text.includes('opendocument.text')) return 'odt';
  if (/\[Content_Types\]\.xml|xl\//.test(text)) return 'xlsx';
  return text.includes('opendocument.spreadsheet') ? 'ods' : 'zip';
}

function kindOfText(text: string): TextKind | undefined {
  const letters = /^(?:\xff\xfe|\xfe\xff)/.test(text) ? text.slice(2).replaceAll('\0', '') : text;
  const start = letters.replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  if (isMail(start)) return 'eml';
  if (/^(?:\[\s*[[{"]|\{\s*["}])/.test(start)) return 'json';
  if (/^<\?(?:php|=)/i.test(start)) return 'php';
  const root = start.replace(/^(?:<\?[^>]*>\s*|<!--[\s\S]*?-->\s*|<!doctype svg[^>]*>\s*)+/i, '');
  if (/^<svg[\s>]/i.test(root)) return 'svg';
  if (/^<(?:!doctype html|html|head|body|table)/i.test(root)) return 'html';
  return /^<[?!a-z]/i.test(start) ? 'xml' : undefined;
}

/** The lines that begin a message (RFC 5322), of which a mail program always writes some. */
const isMail = (start: string): boolean =>
  /^(?:From \S+@\S+ |[A-Z][\w-]+: ?\S)/.test(start) &&
  /^(?:MIME-Version|Message-ID|Received):/im.test(start) &&
  /^(?:From|Subject|To|Date):/im.test(start);
