import { isAscii, isUtf8 } from 'node:buffer';
import { type FileHandle, open } from 'node:fs/promises';
import type { ByteSurvey } from '@sillage/indicators';

const pieceBytes = 1 << 20;
export const headBytes = 64 * 1024;

/** Reads a whole file in pieces, each valid until the next. */
export async function* piecesOf(
  file: FileHandle,
  start = 0,
  size = pieceBytes,
): AsyncGenerator<{ bytes: Buffer; position: number }> {
  const buffer = Buffer.allocUnsafe(size);
  for (let position = start; ; ) {
    const { bytesRead } = await file.read(buffer, 0, size, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield { bytes: buffer.subarray(0, bytesRead), position };
  }
}

/** One fast pass over the bytes: what they can be, before anything is read of them. */
export async function surveyFile(path: string): Promise<ByteSurvey> {
  const file = await open(path);
  try {
    let size = 0;
    let head = Buffer.alloc(0);
    let isValid = true;
    let isPlain = true;
    let hasNul = false;
    let hasQuote = false;
    let carried = Buffer.alloc(0);
    for await (const { bytes } of piecesOf(file)) {
      if (size === 0) head = Buffer.from(bytes.subarray(0, headBytes));
      size += bytes.length;
      hasNul ||= bytes.includes(0);
      hasQuote ||= bytes.includes(34);
      if (isPlain && carried.length === 0 && isAscii(bytes)) continue;
      isPlain = false;
      if (!isValid) continue;
      const joined = carried.length > 0 ? Buffer.concat([carried, bytes]) : bytes;
      const end = joined.length - cutSequence(joined);
      isValid = isUtf8(joined.subarray(0, end));
      carried = Buffer.from(joined.subarray(end));
    }
    return { size, head, isUtf8: isValid && carried.length === 0, isAscii: isPlain, hasNul, hasQuote };
  } finally {
    await file.close();
  }
}

/** How many last bytes begin a character that the next piece ends. */
function cutSequence(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}
