import { effectWords, formatDate, type Locale } from '@sillage/indicators';
import type { ProjectFacts } from './project-facts';

/** What people say of the project, signed and dated: never mixed with what was computed. */
export function notesOf({ notes }: ProjectFacts, locale: Locale) {
  const words = effectWords[locale].sheet.notes;
  const ofKind = (kind: string) =>
    notes
      .filter((note) => note.kind === kind)
      .map(({ body, author, role, signedOn }) => ({
        text: body,
        author: words.signed(author, role),
        date: formatDate(signedOn, locale),
      }));
  return { comments: ofKind('director-comment'), dissentingNotes: ofKind('dissent') };
}
