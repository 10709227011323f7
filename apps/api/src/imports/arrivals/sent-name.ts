import { fileNameOf } from '../file-name';

/** What the server calls a file (RFC 6266), else the last part of its address. */
export function sentName(disposition: string | undefined, url: URL): string {
  const encoded = /filename\*\s*=\s*utf-8'[^']*'([^;\s]+)/i.exec(disposition ?? '')?.[1];
  const plain = /filename\s*=\s*(?:"([^"]*)"|([^;\s]+))/i.exec(disposition ?? '');
  const given = encoded === undefined ? (plain?.[1] ?? plain?.[2]) : decoded(encoded);
  return fileNameOf(given ?? decoded(url.pathname));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
