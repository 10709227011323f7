import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { MergedFill } from './merged-fill';
import { tableLimits } from './table-limits';
import type { SheetRow } from './workbook';
import { tooLarge } from './zip-archive';

/** Little at a time: what waits longer outlives the collector's young generation, and memory grows with the file. */
const flushLength = 1 << 15;
// biome-ignore lint/suspicious/noControlCharactersInRegex: what a text cell may hold and a line of text may not
const breaks = /[\u0000-\u001f\u007f]+/;

/** Rows of a sheet as the lines of a text file: `;`, UTF-8, one line a row, so that a line has the number of its row. */
export class TableText {
  private readonly merged = new MergedFill();
  private nextLine = 0;
  private lines = '';

  add(row: SheetRow): void {
    const texts = this.merged.texts(row);
    let line = '\n'.repeat(row.index - this.nextLine);
    for (let column = 0; column < texts.length; column += 1) line += (column > 0 ? ';' : '') + cellText(texts[column]!);
    this.lines += `${line}\n`;
    this.nextLine = row.index + 1;
  }

  take(): string {
    const { lines } = this;
    this.lines = '';
    return lines;
  }

  get length(): number {
    return this.lines.length;
  }
}

function cellText(text: string): string {
  const kept = text.length > tableLimits.cellLength ? text.slice(0, tableLimits.cellLength) : text;
  const plain = breaks.test(kept) ? kept.replace(new RegExp(breaks, 'g'), ' ') : kept;
  return plain.includes(';') || plain.includes('"') ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** Writes a sheet beside the file that it came from, never more than its limits. */
export async function writeTable(
  rows: AsyncIterable<readonly SheetRow[]>,
  target: string,
  limitBytes: number,
  onRow: (row: SheetRow) => void,
  signal?: AbortSignal,
): Promise<void> {
  const text = new TableText();
  const file = await open(target, 'w');
  let written = 0;
  const flush = async (): Promise<void> => {
    signal?.throwIfAborted();
    written += await writeAll(file, text.take());
    if (written > limitBytes) throw tooLarge(written);
  };
  try {
    for await (const group of rows)
      for (const row of group) {
        onRow(row);
        for (let copy = 0; copy < (row.repeats ?? 1); copy += 1) {
          text.add({ index: row.index + copy, cells: row.cells });
          if (text.length > flushLength) await flush();
        }
      }
    await flush();
  } finally {
    await file.close();
  }
}

async function writeAll(file: FileHandle, text: string): Promise<number> {
  const bytes = Buffer.from(text);
  await file.writeFile(bytes);
  return bytes.length;
}
