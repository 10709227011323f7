import type { ObservationStatus } from '../measure';

/**
 * Conventions of INSEE, DREES and Eurostat: (p) provisional, (sd) semi-definitive, (e) estimated, (b) break in series; (r)
 * is the revised value, which is the one to keep. A star is provisional in the sheets of DREES.
 */
const statuses: Readonly<Record<string, ObservationStatus>> = {
  '*': 'provisional',
  '**': 'provisional',
  p: 'provisional',
  prov: 'provisional',
  sd: 'provisional',
  e: 'estimated',
  est: 'estimated',
  r: 'normal',
  rev: 'normal',
  b: 'series-break',
};
const byMark = new Map(Object.entries(statuses));
const mark = /\s*(?:(\*{1,2})|\(\s*(p|prov|sd|e|est|r|rev|rév|b)\.?\s*\)|(?<=\s)(p|sd|e|r|b))$/iu;
const note = /\s*(?:\(\d{1,2}\)|[¹²³⁴⁵⁶⁷⁸⁹])$/u;
const mostMarks = 3;

export interface Marked {
  /** Without its marks. */
  readonly text: string;
  readonly status: ObservationStatus;
  /** Whether it calls a note: "1 234 (1)". */
  readonly hasNote: boolean;
}

/** Parts a number or a period from the marks after it. */
export function partMarks(text: string): Marked {
  let status: ObservationStatus = 'normal';
  let hasNote = false;
  let rest = text;
  for (let count = 0; count < mostMarks && !/\d$/.test(rest); count += 1) {
    const found = mark.exec(rest);
    const said = found?.slice(1).find((group) => group !== undefined);
    if (found && said !== undefined) {
      const own = statusOfMark(said);
      if (status === 'normal') status = own;
      rest = rest.slice(0, found.index);
    } else if (note.test(rest)) {
      hasNote = true;
      rest = rest.replace(note, '');
    } else break;
  }
  return { text: rest, status, hasNote };
}

const statusOfMark = (said: string): ObservationStatus => byMark.get(said.toLowerCase().replace('é', 'e')) ?? 'normal';

/** What a cell that holds nothing but a mark says: "(e)", "*"; undefined for any other cell. */
export function markAlone(cell: string): ObservationStatus | undefined {
  const text = cell.trim();
  if (text === '' || text.length > 6) return undefined;
  const { text: rest, status, hasNote } = partMarks(/^[a-z]{1,2}$/i.test(text) ? `(${text})` : text);
  return rest === '' && !hasNote ? status : undefined;
}
