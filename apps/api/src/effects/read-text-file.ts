import { isAscii, isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import { aFinding, describeFinding, detectEncoding, estimateFr, type Finding, foreignKind } from '@sillage/indicators';
import iconv from 'iconv-lite';

const headBytes = 64 * 1024;
/** A table of 35,000 territories over 15 years is about 20 MB. */
const mostMegabytes = 512;

export type TextFile =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly sentence: string };

/** The text of a file of a person's own, whatever its encoding, or a French sentence. */
export async function readTextFile(path: string): Promise<TextFile> {
  const facts = await stat(path).catch(() => undefined);
  if (!facts) return refused(estimateFr.noFile(path));
  if (facts.isDirectory()) return refused(estimateFr.isFolder(path));
  if (facts.size > mostMegabytes * 1e6) return refused(estimateFr.tooLarge(path, String(mostMegabytes)));
  const bytes = await readFile(path).catch(() => undefined);
  if (!bytes) return refused(estimateFr.noFile(path));
  if (bytes.length === 0) return refused(sentenceOf(aFinding('FICHIER_VIDE', null, null, null)));
  const head = bytes.subarray(0, headBytes);
  const kind = foreignKind(head);
  if (kind) return refused(sentenceOf(aFinding('TYPE_FICHIER', null, null, null, { kind })));
  const encoding = detectEncoding({
    size: bytes.length,
    head,
    isUtf8: isUtf8(bytes),
    isAscii: isAscii(bytes),
    hasNul: bytes.includes(0),
    hasQuote: bytes.includes(34),
  });
  if (encoding.kind === 'refused') return refused(sentenceOf(aFinding(encoding.code, null, null, null)));
  return {
    kind: 'text',
    text: iconv.decode(bytes.subarray(encoding.bomLength), encoding.encoding, { stripBOM: true }),
  };
}

const refused = (sentence: string): TextFile => ({ kind: 'refused', sentence });

export const sentenceOf = (finding: Finding): string => describeFinding(finding, 'fr').message;
