import { open } from 'node:fs/promises';

const tailBytes = 1 << 20;

/** Sum of the sizes that a zip announces once unpacked, read from its directory: nothing is unpacked. */
export async function announcedSize(path: string): Promise<number> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const buffer = Buffer.alloc(Math.min(size, tailBytes));
    await file.read(buffer, 0, buffer.length, size - buffer.length);
    let total = 0;
    // central directory headers: signature PK\1\2, uncompressed size at offset 24 (APPNOTE.TXT 4.3.12)
    for (let at = buffer.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0 && at + 28 <= buffer.length; ) {
      total += buffer.readUInt32LE(at + 24);
      at = buffer.indexOf('PK\u0001\u0002', at + 28, 'latin1');
    }
    return total;
  } finally {
    await file.close();
  }
}
