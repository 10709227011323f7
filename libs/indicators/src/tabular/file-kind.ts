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
  | 'other';

const signatures: readonly (readonly [ForeignKind, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['xls', [0xd0, 0xcf, 0x11, 0xe0]],
  ['gzip', [0x1f, 0x8b]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['other', [0x7f, 0x45, 0x4c, 0x46]],
  ['other', [0x37, 0x7a, 0xbc, 0xaf]],
  ['other', [0x52, 0x61, 0x72, 0x21]],
];

/** undefined for text that may hold rows. */
export function foreignKind(head: Uint8Array): ForeignKind | undefined {
  for (const [kind, bytes] of signatures) if (bytes.every((byte, index) => head[index] === byte)) return kind;
  const text = String.fromCharCode(...head.subarray(0, 2048));
  if (text.startsWith('PK\u0003\u0004') || text.startsWith('PK\u0005\u0006')) {
    if (/\[Content_Types\]\.xml|xl\//.test(text)) return 'xlsx';
    return text.includes('opendocument.spreadsheet') ? 'ods' : 'zip';
  }
  const start = text.replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  if (/^<svg[\s>]/i.test(start)) return 'svg';
  if (/^<(?:!doctype html|html|head|body|table)/i.test(start)) return 'html';
  if (/^<[?!a-z]/i.test(start)) return 'xml';
  if (/^(?:\[\s*[[{"]|\{\s*["}])/.test(start)) return 'json';
  return undefined;
}
