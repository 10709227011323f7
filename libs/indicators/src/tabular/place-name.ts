import { comparableName } from './cell-text';

const shortForms: Readonly<Record<string, string>> = {
  saint: 'st',
  sainte: 'ste',
  saints: 'sts',
  s: 'sur',
  ss: 'sous',
};
const articles = new Set(['l', 'le', 'la', 'les']);
/** 47001 - Agen, Ambronay (01): a code beside the name. */
const codeBefore = /^\s*\d[\dAB](?:\d{3}|\d{7})?\s*[-–:]?\s+(?=\p{L})/u;
const codeAfter = /\s*\(\s*\d[\dAB]\d{0,3}\s*\)\s*$/;

/** A place's name in a form that does not depend on accents, hyphens, case, articles, nor on Saint written St. */
export const placeNameKey = (name: string): string => {
  const words = comparableName(name.replace(codeBefore, '').replace(codeAfter, '')).split('_');
  // "Abergement-Clémenciat (L')", "Mans (Le)": INSEE's lists put the article behind
  const named = words.length > 1 && articles.has(words.at(-1)!) ? words.slice(0, -1) : words;
  const bare = named.length > 1 && articles.has(named[0]!) ? named.slice(1) : named;
  return bare.map((word, rank) => (rank > 0 || word.length > 2 ? (shortForms[word] ?? word) : word)).join('_');
};
