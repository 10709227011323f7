import { useText } from '../text/language';

/** Copies an address of this site; the answer is what to tell the reader. */
export async function copyLink(path: string): Promise<string> {
  const t = useText().value;
  const address = window.location.origin + path;
  try {
    await navigator.clipboard.writeText(address);
    return t.frame.linkCopied;
  } catch {
    return t.frame.linkIs(address);
  }
}
