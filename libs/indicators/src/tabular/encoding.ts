import type { FindingCode } from './finding';
import { oldEncodingOf } from './old-encoding';

/** What one pass over the bytes of a file found. */
export interface ByteSurvey {
  readonly size: number;
  readonly head: Uint8Array;
  readonly isUtf8: boolean;
  readonly isAscii: boolean;
  readonly hasNul: boolean;
  readonly hasQuote: boolean;
}

/** Names that iconv-lite knows: Node's own windows-1252 decoder leaves 0x80–0x9F as control characters. */
export const encodingNames = ['utf8', 'win1252', 'macintosh', 'cp850', 'utf16-le', 'utf16-be'] as const;
export type EncodingName = (typeof encodingNames)[number];

export type EncodingReading =
  | {
      readonly kind: 'encoding';
      readonly encoding: EncodingName;
      readonly bomLength: number;
      readonly remark: FindingCode | null;
    }
  | { readonly kind: 'refused'; readonly code: 'ENC_INCONNU' | 'ENC_INVALIDE' };

/** `asked`: the encoding that a person chose. */
export function detectEncoding(survey: ByteSurvey, asked?: EncodingName): EncodingReading {
  const detected = detect(survey);
  if (asked === undefined || (detected.kind === 'encoding' && detected.encoding === asked)) return detected;
  const isBroken = asked === 'utf8' && !survey.isUtf8;
  return isBroken
    ? { kind: 'refused', code: 'ENC_INVALIDE' }
    : { kind: 'encoding', encoding: asked, bomLength: 0, remark: null };
}

function detect({ head, isUtf8, hasNul }: ByteSurvey): EncodingReading {
  const encoding = (name: EncodingName, bomLength: number, remark: FindingCode | null): EncodingReading => ({
    kind: 'encoding',
    encoding: name,
    bomLength,
    remark,
  });
  // UTF-32, which no French program writes, begins as UTF-16 does
  if (head[0] === 0xff && head[1] === 0xfe && head[2] === 0 && head[3] === 0)
    return { kind: 'refused', code: 'ENC_INCONNU' };
  if (head[0] === 0xff && head[1] === 0xfe) return encoding('utf16-le', 2, 'ENC_UTF16');
  if (head[0] === 0xfe && head[1] === 0xff) return encoding('utf16-be', 2, 'ENC_UTF16');
  if (hasNul) {
    const { even, odd } = nulShares(head);
    if (odd > 0.4 && even < 0.1) return encoding('utf16-le', 0, 'ENC_UTF16_SANS_BOM');
    if (even > 0.4 && odd < 0.1) return encoding('utf16-be', 0, 'ENC_UTF16_SANS_BOM');
    // a few NUL are named at their line; a tenth of them is no text
    if (even + odd > 0.2) return { kind: 'refused', code: 'ENC_INCONNU' };
  }
  // programs put it before text in an older encoding too
  const mark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  if (isUtf8) return encoding('utf8', mark, null);
  // read as UTF-8 all the same: the rows that hold such bytes are refused, each at its line
  if (hasForbidden(head) && isPlausibleText(head, [])) return encoding('utf8', mark, null);
  const old = oldEncodingOf(head);
  return isPlausibleText(head, old === 'win1252' ? undefined1252 : [])
    ? encoding(old, mark, oldRemarks[old])
    : { kind: 'refused', code: 'ENC_INCONNU' };
}

function nulShares(head: Uint8Array): { even: number; odd: number } {
  const counts = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) counts[index % 2]! += 1;
  });
  const half = Math.max(1, head.length / 2);
  return { even: counts[0]! / half, odd: counts[1]! / half };
}

/** "../" written in two bytes per character (an attack), or half a UTF-16 pair written as a character: never text. */
const hasForbidden = (head: Uint8Array): boolean =>
  head.some((byte, index) => {
    const next = head[index + 1] ?? 0;
    const last = head[index + 2] ?? 0;
    if (byte === 0xed && next >= 0xa0 && next <= 0xbf && last >= 0x80 && last <= 0xbf) return true;
    return (byte === 0xc0 || byte === 0xc1) && ((next >= 0x80 && next <= 0x9f) || next === 0xae || next === 0xaf);
  });

const undefined1252 = [0x81, 0x8d, 0x8f, 0x90, 0x9d];
const oldRemarks = { win1252: 'ENC_CP1252', macintosh: 'ENC_MACROMAN', cp850: 'ENC_CP850' } as const;

/** French text is mostly ASCII, with line breaks, and never uses the bytes that its encoding leaves undefined. */
function isPlausibleText(head: Uint8Array, unused: readonly number[]): boolean {
  let high = 0;
  let controls = 0;
  let undefinedBytes = 0;
  for (const byte of head) {
    if (byte >= 0x80) high += 1;
    if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13) controls += 1;
    if (unused.includes(byte)) undefinedBytes += 1;
  }
  return high < head.length * 0.3 && controls <= head.length * 0.01 && undefinedBytes <= head.length * 0.01;
}
