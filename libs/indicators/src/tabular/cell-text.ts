/** Zero-width and formatting characters that no one sees: soft hyphen, zero-width spaces and joiners, marks of direction, BOM. */
const invisible = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/gu;

export const hasInvisible = (text: string): boolean => text.search(invisible) >= 0;

export const stripInvisible = (text: string): string => text.replace(invisible, '');

/** A header or a name in its comparable form: "Code\n Région (2)" → "code_region_2". */
export const comparableName = (text: string): string =>
  stripInvisible(text)
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[œ]/g, 'oe')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');

/** Bytes 0x80 to 0x9F of Windows-1252, by character (WHATWG Encoding, index windows-1252). */
const windows1252 = new Map([...'€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'].map((character, rank) => [character, rankToByte(rank)]));

function rankToByte(rank: number): number {
  const undefinedBytes = [0x81, 0x8d, 0x8f, 0x90, 0x9d];
  let byte = 0x80;
  for (let left = rank; ; byte += 1) {
    if (undefinedBytes.includes(byte)) continue;
    if (left === 0) return byte;
    left -= 1;
  }
}

export const looksDoubleEncoded = (text: string): boolean =>
  /Ã[\u0080-\u00bf©¨ªê«®¯´»§ ‰€ˆ‡Ž]|Â[\u00a0-\u00bf]|â€/u.test(text);

/** Undoes UTF-8 that was read as Windows-1252 and saved again ("DÃ©partement"); undefined when it is not that. */
export function undoDoubleEncoding(text: string): string | undefined {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const byte = code < 0x100 ? code : windows1252.get(text[index] ?? '');
    if (byte === undefined) return undefined;
    bytes[index] = byte;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
