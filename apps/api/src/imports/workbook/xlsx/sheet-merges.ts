import { tableLimits } from '../table-limits';
import { unreadable } from '../table-refused';
import type { Merge } from '../workbook';
import { readReference } from './cell-reference';

const merge = /<(?:[\w.-]+:)?mergeCell\s[^>]*?ref\s*=\s*["']\$?([A-Za-z]+)\$?(\d+):\$?([A-Za-z]+)\$?(\d+)["']/g;
const longestTag = 512;

/** The merged cells of a sheet, which stand after all its rows: found in its text without reading the rows. */
export async function readMerges(part: AsyncIterable<Buffer>): Promise<Merge[]> {
  const merges: Merge[] = [];
  let carried = '';
  for await (const bytes of part) {
    // rows hold no such tag: most pieces are let go at once
    const text = carried + bytes.toString('latin1');
    let end = 0;
    if (text.includes('mergeCell'))
      for (const found of text.matchAll(merge)) {
        end = found.index + found[0].length;
        const from = readReference(`${found[1]}${found[2]}`);
        const to = readReference(`${found[3]}${found[4]}`);
        if (!from || !to || to.row < from.row || to.column < from.column) continue;
        if (merges.length >= tableLimits.merges) throw unreadable('merges');
        merges.push({ top: from.row, left: from.column, bottom: to.row, right: to.column });
      }
    carried = text.slice(Math.max(end, text.length - longestTag));
  }
  return merges;
}
