import type { AbsenceReason } from '../measure';

/** Marks that French producers write instead of a number (INSEE, DREES, SSMSI, SDES, CAF conventions). */
const marks: Readonly<Record<string, AbsenceReason>> = {
  s: 'suppressed-by-source',
  secret: 'suppressed-by-source',
  'secret statistique': 'suppressed-by-source',
  nd: 'not-available',
  'non disponible': 'not-available',
  na: 'not-available',
  'n/a': 'not-available',
  '[nd]': 'not-available',
  'n/d': 'not-available',
  ':': 'not-available',
  '..': 'not-available',
  '...': 'not-available',
  '…': 'not-available',
  nr: 'non-response',
  'non reponse': 'non-response',
  ns: 'not-significant',
  'non significatif': 'not-significant',
  nc: 'not-applicable',
  'non concerne': 'not-applicable',
  so: 'not-applicable',
  'sans objet': 'not-applicable',
  sans_objet: 'not-applicable',
  '-': 'not-applicable',
  '–': 'not-applicable',
  '—': 'not-applicable',
  '−': 'not-applicable',
  '/': 'not-applicable',
  '//': 'not-applicable',
  '///': 'not-applicable',
  ndiff: 'not-disseminated',
  'non diffuse': 'not-disseminated',
  'non diffusee': 'not-disseminated',
  // Sillage's own, of what it could not compute
  couv: 'insufficient-coverage',
  nadd: 'not-aggregable',
};
const byMark = new Map(Object.entries(marks));

/** The reason that a mark stands for: "s", "n.d.", "ND ", "///". undefined for anything that is not a mark. */
export function absenceOfMark(text: string): AbsenceReason | undefined {
  if (text.length > 20) return undefined;
  const exact = byMark.get(text);
  // most cells are a mark as it stands, or start as a number
  if (exact || /^-?\d/.test(text)) return exact;
  const plain = text
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/^\((.+)\)$/, '$1');
  return byMark.get(plain) ?? byMark.get(plain.replace(/(?<=[a-z])\.\s?/g, ''));
}
