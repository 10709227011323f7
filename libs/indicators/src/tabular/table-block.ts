import type { TerritoryLevel } from '../territory';
import { comparableName } from './cell-text';
import { roleOfHeader } from './column-role';
import { headerText } from './header';
import type { Layout } from './layout';
import { readPeriod } from './period-reading';

/** The table that the rows belong to: a sheet may hold another one below, of another level. */
export interface TableBlock {
  readonly territory: number;
  readonly codeStart: number | null;
  readonly levels: readonly TerritoryLevel[] | null;
  /** '' for the first block. */
  readonly key: string;
  /** Its columns are not those of the file: its rows are left. */
  readonly isUnread: boolean;
}

export const firstBlock = ({ territory, codeStart, levels }: Layout): TableBlock => ({
  territory,
  codeStart,
  levels,
  key: '',
  isUnread: false,
});

/** A quick look before: codes begin with a digit, titles do not, unless they are years. */
export const mayBeTitle = (cell: string): boolean => !/^\s*\d/.test(cell) || isYear(cell.trim());

/**
 * The block that a row of titles opens; undefined for any other row. With the value columns of the file its rows are read
 * at the level that its own title of codes says ("Code région" below the départements); with others they are left.
 */
export function blockOpenedBy(
  cells: readonly string[],
  line: number,
  { headers, values }: Layout,
  latestYear: number,
): TableBlock | undefined {
  const titles = cells.map(headerText);
  const [code] = titles
    .flatMap((title, index) => {
      const role = roleOfHeader(title);
      return role?.role === 'territory' ? [{ index, ...role }] : [];
    })
    .sort((a, b) => (a.precision ?? 0) - (b.precision ?? 0) || a.index - b.index);
  if (!code || titles.some((title) => title !== '' && /^-?\d+(?:[.,]\d+)?$/.test(title) && !isYear(title)))
    return undefined;
  const same = values.filter(({ index }) => isTitleOf(titles[index] ?? '', headers[index] ?? '')).length;
  const levels = code.levels ?? null;
  if (same >= Math.max(1, values.length * 0.6))
    return { territory: code.index, codeStart: null, levels, key: `l${line}`, isUnread: false };
  const known = titles.filter((title) => roleOfHeader(title) || readPeriod(title, latestYear).kind === 'period');
  return known.length > 2
    ? { territory: code.index, codeStart: null, levels, key: `l${line}`, isUnread: true }
    : undefined;
}

const isYear = (text: string): boolean => /^(?:19|20)\d\d$/.test(text);

const isTitleOf = (title: string, header: string): boolean =>
  title !== '' && (comparableName(title) === comparableName(header) || header.endsWith(` – ${title}`));
