import { readNumber } from './french-number';
import { numberHabits } from './value-cell';

/** A column where "3,812" may be 3812 as well as 3.812, and nothing in the file tells which. */
export interface NumberDoubt {
  readonly column: string;
  readonly seen: string;
  readonly read: number;
  /** Cells of the column that could be read in both ways. */
  readonly count: number;
}

export interface NumberColumn {
  /** null: a mark of absence; undefined: not a number. */
  readonly read: (text: string) => number | null | undefined;
  readonly doubt: NumberDoubt | null;
}

const absent = new Set(['nan', 'null', 'none', 'nat', '.', '#n/a', 'inf', '+inf', '-inf', 'infinity']);
/** Swiss thousands: 3'812.5. */
const apostrophes = /(?<=\d)['’](?=\d{3}(?!\d))/gu;
const doubtful = { ',': /^[-−–+]?[1-9]\d{0,2},\d{3}$/u, '.': /^[-−–+]?[1-9]\d{0,2}\.\d{3}$/u };
/** What no thousands separator can follow or precede: "0,812", "1234,567". */
const surelyDecimal = { ',': /^[-−–+]?(?:0|\d{4,}),\d/u, '.': /^[-−–+]?(?:0|\d{4,})\.\d/u };

type Mark = ',' | '.';
type Meaning = 'decimal' | 'thousands';

/**
 * How one column writes its numbers: a comma or a point before three digits is told from the rest of the column, then from the
 * other columns of numbers. Where nothing tells, it is the decimal mark, except a comma in a file whose columns commas separate:
 * such files are written by programs in English, and the cell had to be quoted. The doubt is then given back.
 */
export function numberColumn(title: string, cells: readonly string[], all: readonly string[], delimiter: string) {
  const meanings: Partial<Record<Mark, Meaning>> = {};
  let doubt: NumberDoubt | null = null;
  for (const mark of [',', '.'] as const) {
    const unclear = cells.filter((cell) => doubtful[mark].test(cell));
    const [seen] = unclear;
    if (seen === undefined) continue;
    const told = meaningOf(mark, cells) ?? meaningOf(mark, all);
    meanings[mark] = told ?? (mark === ',' && delimiter === ',' ? 'thousands' : 'decimal');
    const read = readWith(seen, meanings) ?? 0;
    if (told === undefined) doubt = { column: title, seen, read, count: unclear.length };
  }
  return { read: (text: string) => readWith(text, meanings), doubt } satisfies NumberColumn;
}

function meaningOf(mark: Mark, cells: readonly string[]): Meaning | undefined {
  const habits = numberHabits(cells);
  const isDecimal = (one: Mark): boolean =>
    (one === ',' ? habits.hasDecimalComma : habits.hasDecimalPoint) ||
    cells.some((cell) => surelyDecimal[one].test(cell));
  const isThousands = (one: Mark): boolean => (one === ',' ? habits.hasThousandsComma : habits.hasThousandsPoint);
  const other = mark === ',' ? '.' : ',';
  if (isDecimal(mark)) return 'decimal';
  if (isThousands(mark) || isDecimal(other)) return 'thousands';
  return isThousands(other) ? 'decimal' : undefined;
}

function readWith(text: string, meanings: Partial<Record<Mark, Meaning>>): number | null | undefined {
  if (absent.has(text.toLowerCase())) return null;
  const reading = readNumber(text.replace(apostrophes, ''));
  if (reading.kind === 'invalid') return undefined;
  if (reading.kind !== 'number') return null;
  const mark = text.includes(',') ? ',' : '.';
  const isGrouped = reading.remarks.includes('NOMBRE_AMBIGU') && meanings[mark] === 'thousands';
  return isGrouped ? Math.round(reading.value * 1000) : reading.value;
}
