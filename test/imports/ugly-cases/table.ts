/** A file made here, and what an official would find right to be told of it. */
export interface UglyCase {
  readonly name: string;
  readonly content: string | Buffer;
  readonly outcome: 'accept' | 'accept-with-warnings' | 'reject';
  readonly code?: string;
  readonly kept?: number;
  readonly rejected?: number;
  readonly sum?: number;
  readonly message?: RegExp;
}

export const titles = 'code_territoire;libelle;annee;indicateur;valeur';
const codes = ['01001', '01002', '01004', '01005', '01007'];
const names = [
  "L'Abergement-Clémenciat",
  "L'Abergement-de-Varey",
  'Ambérieu-en-Bugey',
  'Ambérieux-en-Dombes',
  'Ambronay',
];

interface Cells {
  readonly codes?: readonly string[];
  readonly names?: readonly string[];
  readonly periods?: readonly string[];
  readonly indicator?: string;
  readonly values?: readonly string[];
}

/** Five rows whose values add up to 703, but for the cells that a case is about: a list replaces the first ones. */
export const table = (cells: Cells = {}, lineEnd = '\r\n', header = titles): string =>
  [
    header,
    ...['27', '14', '513', '61', '88'].map((value, rank) =>
      [
        cells.codes?.[rank] ?? codes[rank],
        cells.names?.[rank] ?? names[rank],
        cells.periods?.[rank] ?? '2023',
        cells.indicator ?? 'NB_APA',
        cells.values?.[rank] ?? value,
      ].join(';'),
    ),
  ]
    .map((line) => line + lineEnd)
    .join('');

/** Rows written one by one under the usual titles. */
export const rows = (...lines: readonly string[]): string => [titles, ...lines].map((line) => `${line}\r\n`).join('');

export const all = (text: string): string[] => codes.map(() => text);
