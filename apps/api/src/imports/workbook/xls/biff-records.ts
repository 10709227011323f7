import { unreadable } from '../table-refused';
import type { CompoundStream } from './compound-file';

/** Records of a binary workbook that are read ([MS-XLS] 2.3). */
export const biff = {
  formula: 0x0006,
  end: 0x000a,
  dateMode: 0x0022,
  filePass: 0x002f,
  continued: 0x003c,
  codePage: 0x0042,
  boundSheet: 0x0085,
  mulRk: 0x00bd,
  richString: 0x00d6,
  xf: 0x00e0,
  mergeCells: 0x00e5,
  sharedTexts: 0x00fc,
  labelShared: 0x00fd,
  dimensions: 0x0200,
  number: 0x0203,
  label: 0x0204,
  boolOrError: 0x0205,
  string: 0x0207,
  row: 0x0208,
  rk: 0x027e,
  format: 0x041e,
  begin: 0x0809,
} as const;

export interface BiffRecord {
  readonly type: number;
  /** The record, then each record that continues it. */
  readonly parts: readonly Buffer[];
}

const windowBytes = 1 << 18;
const continuable: ReadonlySet<number> = new Set([biff.sharedTexts, biff.string]);
const continuedBytes = 64 * 1024 * 1024;

/** The records from a place of the stream to the end of the substream that begins there, by groups. */
export async function* biffRecords(stream: CompoundStream, start: number): AsyncGenerator<BiffRecord[]> {
  let position = start;
  let carried = Buffer.alloc(0);
  let open: { type: number; parts: Buffer[]; size: number } | undefined;
  let depth = 0;
  for (;;) {
    const bytes = Buffer.concat([carried, await stream.read(position, windowBytes)]);
    position += bytes.length - carried.length;
    const group: BiffRecord[] = [];
    let at = 0;
    for (; at + 4 <= bytes.length; ) {
      const type = bytes.readUInt16LE(at);
      const end = at + 4 + bytes.readUInt16LE(at + 2);
      if (end > bytes.length) break;
      const body = bytes.subarray(at + 4, end);
      at = end;
      if (type === biff.continued) {
        if (!open) continue;
        open.size += body.length;
        if (open.size > continuedBytes) throw unreadable('texts');
        open.parts.push(body);
        continue;
      }
      if (open) group.push(open);
      open = undefined;
      if (type === biff.begin) depth += 1;
      else if (type === biff.end) depth -= 1;
      if (depth === 0) {
        yield group;
        return;
      }
      // a chart inside a sheet is a substream of its own
      if (depth > 1 && type !== biff.begin) continue;
      if (continuable.has(type)) open = { type, parts: [body], size: body.length };
      else group.push({ type, parts: [body] });
    }
    yield group;
    if (at === 0 && bytes.length === carried.length) throw unreadable('xls');
    carried = Buffer.from(bytes.subarray(at));
  }
}
