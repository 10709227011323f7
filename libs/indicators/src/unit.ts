const headcounts: ReadonlySet<string> = new Set(['persons', 'count']);
const amounts: ReadonlySet<string> = new Set(['fte', 'euros', 'thousand-euros']);

/** Counted one by one: whole numbers, of which a sentence says what they count. */
export const isHeadcount = (unit: string): boolean => headcounts.has(unit);

/** Counts and amounts, not rates: a whole is larger than each of its parts, so that the two are not compared. */
export const isQuantity = (unit: string): boolean => headcounts.has(unit) || amounts.has(unit);
