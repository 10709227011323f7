/** What a file that is not delimited text is, told by its first bytes. */
export type ForeignKind =
  | 'xlsx'
  | 'ods'
  | 'zip'
  | 'xls'
  | 'pdf'
  | 'json'
  | 'html'
  | 'xml'
  | 'svg'
  | 'gzip'
  | 'image'
  | 'rtf'
  | 'docx'
  | 'pptx'
  | 'odt'
  | 'parquet'
  | 'sqlite'
  | 'postscript'
  | 'other';

const signatures: readonly (readonly [ForeignKind, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['xls', [0xd0, 0xcf, 0x11, 0xe0]],
  ['gzip', [0x1f, 0x8b]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x52, 0x49, 0x46, 0x46]],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['image', [0x4d, 0x4d, 0x00, 0x2a]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['postscript', [0x25, 0x21, 0x50, 0x53]],
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
  ['sqlite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['other', [0x7f, 0x45, 0x4c, 0x46]],
  ['other', [0x37, 0x7a, 0xbc, 0xaf]],
  ['other', [0x52, 0x61, 0x72, 0x21]],
  ['other', [0x42, 0x5a, 0x68, 0x39, 0x31, 0x41, 0x59]],
  ['other', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['other', [0x28, 0xb5, 0x2f, 0xfd]],
  ['other', [0x4d, 0x5a, 0x90, 0x00]],
];

/** undefined for text that may hold rows. */
export function foreignKind(head: Uint8Array): ForeignKind | undefined {
  for (const [kind, bytes] of signatures) if (bytes.every((byte, index) => head[index] === byte)) return kind;
  const text = String.fromCharCode(...head.subarray(0, 2048));
  if (text.startsWith('PK\u0003\u0004') || text.startsWith('PK\u0005\u0006')) {
    if (/word\//.test(text)) return 'docx';
    if (/ppt\//.test(text)) return 'pptx';
    if (text.includes('opendocument.text')) return 'odt';
    if (/\[Content_Types\]\.xml|xl\//.test(text)) return 'xlsx';
    return text.includes('opendocument.spreadsheet') ? 'ods' : 'zip';
  }
  if (text.slice(257, 262) === 'ustar') return 'other';
  const start = text.replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  if (/^<svg[\s>]/i.test(start)) return 'svg';
  if (/^<(?:!doctype html|html|head|body|table)/i.test(start)) return 'html';
  if (/^<[?!a-z]/i.test(start)) return 'xml';
  if (/^(?:\[\s*[[{"]|\{\s*["}])/.test(start)) return 'json';
  return undefined;
}
