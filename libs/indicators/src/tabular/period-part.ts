import { comparableName } from './cell-text';
import type { PeriodReading } from './period-reading';
import { readPeriod } from './period-reading';
import type { Column } from './value-columns';

/** The column that says which month, quarter or half of the year that another column gives. */
export interface PeriodPart {
  readonly index: number;
  readonly unit: 'M' | 'T' | 'S';
}

const units: readonly (readonly [PeriodPart['unit'], RegExp])[] = [
  ['M', /^(?:n_|no_|num_|numero_)?(?:mois|month)(?:_num|_no|_numero)?$/],
  ['T', /^(?:n_|no_|num_|numero_)?(?:trimestre|quarter)(?:_num|_no|_numero)?$/],
  ['S', /^(?:n_|no_|num_|numero_)?(?:semestre|half)(?:_num|_no|_numero)?$/],
];
const yearTitle = /^(?:annee|an|year|exercice|millesime)/;

/** The columns of a period written in two: its year, then the finest part of it. */
export function periodInTwo(columns: readonly Column[]): { readonly year: number; readonly part: PeriodPart } | null {
  const dated = columns.filter(({ use, role }) => (use ? use.as === 'period' : role?.role === 'period'));
  const year = dated.find(({ header }) => yearTitle.test(comparableName(header)));
  if (!year) return null;
  for (const [unit, title] of units) {
    const part = dated.find(({ header }) => title.test(comparableName(header)));
    if (part) return { year: year.index, part: { index: part.index, unit } };
  }
  return null;
}

const monthName = /^\p{L}{3,9}\.?$/u;
const ranked = /^(?:[mtqsh]|mois|month|trim(?:\.|estre)?|quarter|sem(?:\.|estre)?)?\s?0?(\d{1,2})(?:[.,]0+)?$/i;
const ordinal = /^([1-4])\s?(?:er|ère|e|ème|eme|nd)?\s?(?:t|q|s|trim\.?|trimestre|sem\.?|semestre)?$/i;

/** "2023" and "12" are 2023-12; '' when they are no period together. A part that is a whole period must be of that year. */
export function joinedPeriod(year: string, part: string, unit: PeriodPart['unit'], latestYear: number): string {
  const whole = readPeriod(part, latestYear);
  const wanted = yearOf(readPeriod(year, latestYear));
  if (wanted === null) return '';
  if (whole.kind === 'period' && whole.period.kind !== 'year') return yearOf(whole) === wanted ? part : '';
  const text = part.trim();
  if (unit === 'M' && monthName.test(text)) return `${text} ${wanted}`;
  const rank = Number((ranked.exec(text) ?? ordinal.exec(text))?.[1] ?? 0);
  const last = unit === 'M' ? 12 : unit === 'T' ? 4 : 2;
  if (rank < 1 || rank > last) return '';
  return unit === 'M' ? `${wanted}-${String(rank).padStart(2, '0')}` : `${wanted}-${unit}${rank}`;
}

const yearOf = (reading: PeriodReading): number | null => (reading.kind === 'period' ? reading.period.year : null);
