import path from 'node:path';
import { TableRefused } from './table-refused';
import type { ZipEntry } from './zip-archive';

const tables = new Set(['.csv', '.tsv', '.txt', '.tab', '.xlsx', '.xlsm', '.xls', '.ods']);
const archives = new Set(['.zip', '.7z', '.rar', '.gz', '.tgz', '.tar', '.bz2', '.xz']);
const namesShown = 12;
/** What producers put beside a table: its licence, its dictionary (INSEE's "meta_…"). */
const beside = /^(?:read_?me|lisez|licen[cs]e|notice|meta_|metadonnees|dictionnaire|variables|varmod|doc_)/i;

/** The one table of an archive, and the names of the files left aside. */
export function theOneTable(
  entries: readonly ZipEntry[],
  wanted: string | undefined,
): { readonly name: string; readonly others: readonly string[] } {
  const astray = entries.find(({ name, isSpecial }) => isSpecial || leavesFolder(name));
  if (astray)
    throw new TableRefused('ARCHIVE_INTERDITE', { reason: astray.isSpecial ? 'link' : 'path', name: astray.name });
  const files = entries.filter(({ name }) => !name.endsWith('/') && !isOfTheSystem(name));
  const candidates = files.filter(({ name }) => tables.has(extension(name)));
  const named = candidates.filter(({ name }) => name === wanted || path.posix.basename(name) === wanted);
  const likely = candidates.filter(({ name }) => !beside.test(path.posix.basename(name)));
  const noText = likely.filter(({ name }) => extension(name) !== '.txt');
  const chosen = [named, candidates, likely, noText].find((found) => found.length === 1)?.[0];
  if (chosen) return { name: chosen.name, others: namesOf(files.filter((file) => file !== chosen)) };
  if (candidates.length > 1)
    throw new TableRefused('ARCHIVE_INTERDITE', {
      reason: 'several',
      count: candidates.length,
      names: namesOf(candidates).join(' ; '),
    });
  const isNested = files.some(({ name }) => archives.has(extension(name)));
  throw new TableRefused('ARCHIVE_INTERDITE', { reason: isNested ? 'nested' : 'none' });
}

const extension = (name: string): string => path.posix.extname(name).toLowerCase();

/** No archiving program writes such a name by itself: whoever made the archive meant harm to those who unpack it. */
const leavesFolder = (name: string): boolean => /^(?:[\\/]|[a-z]:)|(?:^|[\\/])\.\.(?:[\\/]|$)/i.test(name);

const isOfTheSystem = (name: string): boolean =>
  /(?:^|\/)(?:__MACOSX\/|\.(?!\.?\/)|thumbs\.db$|desktop\.ini$)/i.test(name);

const namesOf = (entries: readonly ZipEntry[]): string[] =>
  entries.slice(0, namesShown).map(({ name }) => path.posix.basename(name.replaceAll('\\', '/')));
