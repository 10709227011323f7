import iconv from 'iconv-lite';
import { areaOf, type TestCell, type TestSheet } from './cells';

const record = (type: number, body: Buffer): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(body.length, 2);
  return Buffer.concat([head, body]);
};

const u16 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [rank, value] of values.entries()) bytes.writeUInt16LE(value, rank * 2);
  return bytes;
};

const u32 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [rank, value] of values.entries()) bytes.writeUInt32LE(value, rank * 4);
  return bytes;
};

const isLatin = (text: string): boolean => [...text].every((letter) => letter.charCodeAt(0) < 256);

const characters = (text: string): Buffer => Buffer.from(text, isLatin(text) ? 'latin1' : 'utf16le');

/** A text with its length and the width of its characters. */
const text8 = (text: string, lengthSize: 1 | 2): Buffer =>
  Buffer.concat([
    lengthSize === 1 ? Buffer.from([text.length]) : u16(text.length),
    Buffer.from([isLatin(text) ? 0 : 1]),
    characters(text),
  ]);

export interface XlsOptions {
  readonly is1904?: boolean;
  /** Excel 5 and 95 instead of 97: texts of bytes in their cells. */
  readonly isBiff5?: boolean;
  readonly isEncrypted?: boolean;
  /** Bytes of a record of shared texts before another continues it. */
  readonly textsPerRecord?: number;
}

/** A binary workbook ([MS-XLS]) in a compound file. */
export function xlsOf(sheets: readonly TestSheet[], options: XlsOptions = {}): Buffer {
  const version = options.isBiff5 ? 0x0500 : 0x0600;
  const texts = new Map<string, number>();
  const formats = new Map<string, number>();
  const bodies = sheets.map((sheet) => sheetRecords(sheet, version, texts, formats, options));
  const text = (value: string, lengthSize: 1 | 2): Buffer =>
    options.isBiff5
      ? Buffer.concat([Buffer.from([value.length]), iconv.encode(value, 'win1252')])
      : text8(value, lengthSize);
  const before = Buffer.concat([
    record(0x0809, u16(version, 0x0005, 0, 0, 0, 0, 0, 0)),
    ...(options.isEncrypted ? [record(0x002f, u16(0))] : []),
    record(0x0042, u16(options.isBiff5 ? 1252 : 1200)),
    record(0x0022, u16(options.is1904 ? 1 : 0)),
    ...[...formats].map(([code, rank]) => record(0x041e, Buffer.concat([u16(164 + rank), text(code, 2)]))),
    record(0x00e0, Buffer.concat([u16(0, 0), Buffer.alloc(16)])),
    ...[...formats.values()].map((rank) => record(0x00e0, Buffer.concat([u16(0, 164 + rank), Buffer.alloc(16)]))),
  ]);
  const shared = options.isBiff5 ? Buffer.alloc(0) : sharedTexts([...texts.keys()], options.textsPerRecord ?? 8_000);
  const end = record(0x000a, Buffer.alloc(0));
  const bound = (starts: readonly number[]): Buffer =>
    Buffer.concat(
      sheets.map(({ name, isHidden }, rank) =>
        record(0x0085, Buffer.concat([u32(starts[rank] ?? 0), Buffer.from([isHidden ? 1 : 0, 0]), text(name, 1)])),
      ),
    );
  const head = before.length + bound([]).length + shared.length + end.length;
  const starts = bodies.map((_, rank) => head + Buffer.concat(bodies.slice(0, rank)).length);
  const stream = Buffer.concat([before, bound(starts), shared, end, ...bodies]);
  return compoundOf(options.isBiff5 ? 'Book' : 'Workbook', stream);
}

function sheetRecords(
  { rows, merges = [], hiddenRows = [] }: TestSheet,
  version: number,
  texts: Map<string, number>,
  formats: Map<string, number>,
  { isBiff5 = false }: XlsOptions,
): Buffer {
  const parts = [record(0x0809, u16(version, 0x0010, 0, 0, 0, 0, 0, 0))];
  parts.push(
    record(0x0200, isBiff5 ? u16(0, rows.length, 0, 26, 0) : Buffer.concat([u32(0, rows.length), u16(0, 26, 0)])),
  );
  for (const row of hiddenRows) parts.push(record(0x0208, u16(row, 0, 256, 255, 0, 0, 0x0120, 15)));
  for (const [row, cells] of rows.entries())
    for (const [column, cell] of cells.entries())
      if (cell !== null) parts.push(...cellRecords(cell, row, column, texts, formats, isBiff5));
  if (merges.length > 0)
    parts.push(
      record(
        0x00e5,
        u16(merges.length, ...merges.map(areaOf).flatMap(({ top, bottom, left, right }) => [top, bottom, left, right])),
      ),
    );
  // a chart of the sheet is a substream in it, with cells of its own
  parts.push(record(0x0809, u16(version, 0x0020, 0, 0, 0, 0, 0, 0)));
  parts.push(record(0x0203, Buffer.concat([u16(0, 0, 0), Buffer.alloc(8)])), record(0x000a, Buffer.alloc(0)));
  parts.push(record(0x000a, Buffer.alloc(0)));
  return Buffer.concat(parts);
}

function cellRecords(
  cell: NonNullable<TestCell>,
  row: number,
  column: number,
  texts: Map<string, number>,
  formats: Map<string, number>,
  isBiff5: boolean,
): Buffer[] {
  const at = (style: number): Buffer => u16(row, column, style);
  const double = (value: number): Buffer => {
    const bytes = Buffer.alloc(8);
    bytes.writeDoubleLE(value);
    return bytes;
  };
  if (typeof cell === 'string') {
    if (isBiff5) return [record(0x0204, Buffer.concat([at(0), u16(cell.length), iconv.encode(cell, 'win1252')]))];
    return [record(0x00fd, Buffer.concat([at(0), u32(rankIn(texts, cell))]))];
  }
  if (typeof cell === 'number') return [numberRecord(cell, at(0), double(cell))];
  if (typeof cell === 'boolean') return [record(0x0205, Buffer.concat([at(0), Buffer.from([cell ? 1 : 0, 0])]))];
  if ('error' in cell) return [record(0x0205, Buffer.concat([at(0), Buffer.from([42, 1])]))];
  if ('number' in cell) return [numberRecord(cell.number, at(rankIn(formats, cell.format) + 1), double(cell.number))];
  if (typeof cell.result !== 'string')
    return [record(0x0006, Buffer.concat([at(0), double(cell.result ?? 0), Buffer.alloc(8)]))];
  const result = Buffer.from([0, 0, 0, 0, 0, 0, 0xff, 0xff]);
  const said = isBiff5
    ? Buffer.concat([u16(cell.result.length), iconv.encode(cell.result, 'win1252')])
    : text8(cell.result, 2);
  return [record(0x0006, Buffer.concat([at(0), result, Buffer.alloc(8)])), record(0x0207, said)];
}

/** In the short form when the number fits it, as Excel does: an integer, or one in hundredths. */
function numberRecord(value: number, place: Buffer, double: Buffer): Buffer {
  for (const scale of [1, 100]) {
    const scaled = value * scale;
    if (!Number.isInteger(scaled) || Math.abs(scaled) >= 2 ** 29 || scaled / scale !== value || Object.is(value, -0))
      continue;
    const bytes = Buffer.alloc(4);
    bytes.writeInt32LE(scaled * 4 + 2 + (scale === 100 ? 1 : 0));
    return record(0x027e, Buffer.concat([place, bytes]));
  }
  return record(0x0203, Buffer.concat([place, double]));
}

/** Texts over several records: one cut among its characters says their width again in the next record. */
function sharedTexts(texts: readonly string[], room: number): Buffer {
  const records: Buffer[][] = [[u32(texts.length, texts.length)]];
  let used = 8;
  for (const text of texts) {
    const width = isLatin(text) ? 1 : 2;
    if (used + 3 + width > room) {
      records.push([]);
      used = 0;
    }
    records.at(-1)!.push(Buffer.concat([u16(text.length), Buffer.from([width - 1])]));
    used += 3;
    for (let rest = characters(text); rest.length > 0; ) {
      const fits = Math.max(width, Math.floor((room - used) / width) * width);
      records.at(-1)!.push(rest.subarray(0, fits));
      used += Math.min(rest.length, fits);
      rest = rest.subarray(fits);
      if (rest.length === 0) break;
      records.push([Buffer.from([width - 1])]);
      used = 1;
    }
  }
  return Buffer.concat(records.map((parts, rank) => record(rank === 0 ? 0x00fc : 0x003c, Buffer.concat(parts))));
}

const rankIn = (known: Map<string, number>, key: string): number => {
  const rank = known.get(key) ?? known.size;
  known.set(key, rank);
  return rank;
};

const sector = 512;
const endOfChain = 0xfffffffe;

/** A compound file ([MS-CFB]) of one stream; a small one stands in the root's own stream, as the format asks. */
export function compoundOf(name: string, stream: Buffer): Buffer {
  const isMini = stream.length < 4_096;
  const pad = (bytes: Buffer, size: number): Buffer =>
    Buffer.concat([bytes, Buffer.alloc((size - (bytes.length % size)) % size)]);
  const data = pad(stream, sector);
  const dataSectors = data.length / sector;
  const miniSectors = isMini ? 1 : 0;
  const fatSectors = Math.ceil((dataSectors + miniSectors + 2 + 64) / 128);
  // directory, the table of the small stream, the data, then the table of sectors
  const firstData = 1 + miniSectors;
  const firstFat = firstData + dataSectors;
  const fat = new Uint32Array(fatSectors * 128).fill(0xffffffff);
  fat[0] = endOfChain;
  if (isMini) fat[1] = endOfChain;
  for (let rank = 0; rank < dataSectors; rank += 1)
    fat[firstData + rank] = rank === dataSectors - 1 ? endOfChain : firstData + rank + 1;
  for (let rank = 0; rank < fatSectors; rank += 1) fat[firstFat + rank] = 0xfffffffd;
  const miniFat = new Uint32Array(128).fill(0xffffffff);
  const miniCount = Math.ceil(stream.length / 64);
  for (let rank = 0; rank < miniCount && isMini; rank += 1)
    miniFat[rank] = rank === miniCount - 1 ? endOfChain : rank + 1;
  const header = Buffer.alloc(sector);
  header.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  u16(0x3e, 3, 0xfffe, 9, 6).copy(header, 24);
  u32(fatSectors, 0, 0, 4_096, isMini ? 1 : endOfChain, miniSectors, endOfChain, 0).copy(header, 44);
  for (let rank = 0; rank < 109; rank += 1)
    header.writeUInt32LE(rank < fatSectors ? firstFat + rank : 0xffffffff, 76 + rank * 4);
  const directory = Buffer.concat([
    entry('Root Entry', 5, isMini ? firstData : endOfChain, isMini ? data.length : 0),
    entry(name, 2, isMini ? 0 : firstData, stream.length),
    Buffer.alloc(256),
  ]);
  const mini = isMini ? Buffer.from(miniFat.buffer) : Buffer.alloc(0);
  return Buffer.concat([header, directory, mini, data, Buffer.from(fat.buffer)]);
}

function entry(name: string, type: number, start: number, size: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.write(name, 'utf16le');
  bytes.writeUInt16LE(name.length * 2 + 2, 64);
  bytes[66] = type;
  u32(start, size).copy(bytes, 116);
  return bytes;
}
