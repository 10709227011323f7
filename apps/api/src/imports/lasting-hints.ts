import { headerChange, type ReadingHints } from '@sillage/indicators';
import type { Queryable } from '../database/database';
import { type Batch, listMappings } from './imports.queries';

/** How a batch was read, as far as it is a rule for other files: what was mended, left out or accepted in this one is none. */
export async function lastingHints(
  database: Queryable,
  { hints, source, reading }: Pick<Batch, 'hints' | 'source' | 'reading'>,
): Promise<ReadingHints> {
  const known = hints === null && source !== null ? await listMappings(database, source) : [];
  const used = known.find(({ headers }) => headerChange(headers, reading?.headers ?? []) === null);
  const { corrections: _corrections, leftOut: _leftOut, accepted: _accepted, ...lasting } = hints ?? used?.hints ?? {};
  return lasting;
}
