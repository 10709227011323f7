import type { HintedColumn, ReadingHints } from './reading-hints';

/**
 * What was said of a file that is a rule for the next ones of its source. What was mended, left out or accepted is of one
 * file; so are its time and its geography: next year's figures must not be read as this year's without a word.
 */
export function lastingPart(hints: ReadingHints): ReadingHints {
  const {
    corrections: _corrections,
    leftOut: _leftOut,
    accepted: _accepted,
    period: _period,
    vintage: _vintage,
    ...lasting
  } = hints;
  return lasting.columns ? { ...lasting, columns: lasting.columns.map(lastingColumn) } : lasting;
}

/** A title that holds a year changes with it; "Effectif" may be of any. */
function lastingColumn(column: HintedColumn): HintedColumn {
  const { header, use } = column;
  return use.as === 'value' && use.period !== null && !/\d{2}/.test(header)
    ? { ...column, use: { ...use, period: null } }
    : column;
}
