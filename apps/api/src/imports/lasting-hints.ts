import { headerChange, lastingPart, type ReadingHints } from '@sillage/indicators';
import type { Queryable } from '../database/database';
import { type Batch, listMappings } from './imports.queries';

/** How a batch was read, as far as it is a rule for other files. */
export async function lastingHints(
  database: Queryable,
  { hints, source, reading }: Pick<Batch, 'hints' | 'source' | 'reading'>,
): Promise<ReadingHints> {
  const known = hints === null && source !== null ? await listMappings(database, source) : [];
  const used = known.find(({ headers }) => headerChange(headers, reading?.headers ?? []) === null);
  return lastingPart(hints ?? used?.hints ?? {});
}
