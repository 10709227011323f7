/** Single-byte encodings of French files that are not UTF-8: Windows, old Mac, DOS. */
export type OldEncoding = 'win1252' | 'macintosh' | 'cp850';

/** Bytes that are letters with accents in one encoding and nothing that a French text holds in the two others. */
const telling: Readonly<Record<OldEncoding, readonly number[]>> = {
  // é è ê à â ç ô î û ù ë ï É È À
  win1252: [0xe9, 0xe8, 0xea, 0xe0, 0xe2, 0xe7, 0xf4, 0xee, 0xfb, 0xf9, 0xeb, 0xef, 0xc9, 0xc8, 0xc0],
  // é è ê ç ù
  macintosh: [0x8e, 0x8f, 0x90, 0x8d, 0x9d],
  // é è ç
  cp850: [0x82, 0x8a, 0x87],
};
const names = Object.keys(telling) as OldEncoding[];
const isLetter = (byte = 0): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;

/** The encoding that reads the most letters with accents beside plain letters; Windows when nothing tells. */
export function oldEncodingOf(head: Uint8Array): OldEncoding {
  const counts = new Map(names.map((name) => [name, 0]));
  head.forEach((byte, index) => {
    if (byte < 0x80 || !(isLetter(head[index - 1]) || isLetter(head[index + 1]))) return;
    for (const name of names) if (telling[name].includes(byte)) counts.set(name, counts.get(name)! + 1);
  });
  return names.reduce((best, name) => (counts.get(name)! > counts.get(best)! ? name : best), 'win1252' as OldEncoding);
}
