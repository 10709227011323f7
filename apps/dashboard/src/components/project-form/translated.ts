/** A translation that was given stays with a text that did not change. */
export function translated(text: string, before: readonly { readonly fr: string; readonly en: string | null }[] = []) {
  const fr = text.trim();
  return { fr, en: before.find((known) => known.fr === fr)?.en ?? null };
}
