import { type FileHandle, open } from 'node:fs/promises';
import { unreadable } from '../table-refused';

const endOfChain = 0xfffffffe;
const headerEntries = 109;

interface StreamEntry {
  readonly name: string;
  readonly type: number;
  readonly start: number;
  readonly size: number;
}

/** A compound file ([MS-CFB]): a file system in a file, of which one stream is read by position. */
export class CompoundFile {
  private fat: Uint32Array = new Uint32Array(0);
  private miniFat: Uint32Array = new Uint32Array(0);
  private miniSectors: readonly number[] = [];
  private entries: readonly StreamEntry[] = [];

  private constructor(
    private readonly file: FileHandle,
    private readonly fileSize: number,
    private readonly header: Buffer,
  ) {}

  static async open(path: string): Promise<CompoundFile> {
    const file = await open(path);
    try {
      const header = Buffer.alloc(512);
      const { bytesRead } = await file.read(header, 0, 512, 0);
      if (bytesRead < 512 || header.readUInt32LE(0) !== 0xe011cfd0) throw unreadable('xls');
      const compound = new CompoundFile(file, (await file.stat()).size, header);
      await compound.load();
      return compound;
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  get names(): readonly string[] {
    return this.entries.map(({ name }) => name);
  }

  /** Reads part of a stream; undefined when the file has no such stream. */
  stream(name: string): CompoundStream | undefined {
    const entry = this.entries.find((candidate) => candidate.type === 2 && candidate.name === name);
    if (!entry) return undefined;
    const isMini = entry.size < this.header.readUInt32LE(56);
    const size = isMini ? 64 : this.sectorSize;
    const places = this.chain(entry.start, isMini ? this.miniFat : this.fat).map((sector) =>
      isMini ? this.miniPlace(sector) : this.place(sector),
    );
    return new CompoundStream(this.file, places, size, Math.min(entry.size, places.length * size));
  }

  async close(): Promise<void> {
    await this.file.close();
  }

  private get sectorSize(): number {
    return 2 ** this.header.readUInt16LE(30);
  }

  private place(sector: number): number {
    return (sector + 1) * this.sectorSize;
  }

  /** Small streams lie side by side in the root's own stream. */
  private miniPlace(sector: number): number {
    const perSector = this.sectorSize / 64;
    const host = this.miniSectors[Math.floor(sector / perSector)];
    if (host === undefined) throw unreadable('xls');
    return this.place(host) + (sector % perSector) * 64;
  }

  private async load(): Promise<void> {
    const { header } = this;
    if (![9, 12].includes(header.readUInt16LE(30)) || header.readUInt16LE(32) !== 6) throw unreadable('xls');
    const sectors: number[] = [];
    for (let at = 0; at < headerEntries; at += 1) sectors.push(header.readUInt32LE(76 + at * 4));
    const most = Math.ceil(this.fileSize / this.sectorSize);
    for (let next = header.readUInt32LE(68), read = 0; next < most && read < most; read += 1) {
      const block = await this.readSectors([next]);
      for (let at = 0; at < this.sectorSize / 4 - 1; at += 1) sectors.push(block[at]!);
      next = block[this.sectorSize / 4 - 1]!;
    }
    const known = sectors.filter((sector) => sector < most).slice(0, header.readUInt32LE(44));
    this.fat = await this.readSectors(known.slice(0, Math.ceil((most * 4) / this.sectorSize) + 1));
    this.miniFat = await this.readSectors(this.chain(header.readUInt32LE(60), this.fat));
    this.entries = await this.readDirectory();
    const root = this.entries.find(({ type }) => type === 5);
    if (root) this.miniSectors = this.chain(root.start, this.fat);
  }

  private async readDirectory(): Promise<StreamEntry[]> {
    const words = await this.readSectors(this.chain(this.header.readUInt32LE(48), this.fat));
    const bytes = Buffer.from(words.buffer, words.byteOffset, words.byteLength);
    const entries: StreamEntry[] = [];
    for (let at = 0; at + 128 <= bytes.length; at += 128) {
      const length = Math.min(bytes.readUInt16LE(at + 64), 64);
      if (length < 2) continue;
      entries.push({
        name: bytes.toString('utf16le', at, at + length - 2),
        type: bytes[at + 66]!,
        start: bytes.readUInt32LE(at + 116),
        size: bytes.readUInt32LE(at + 120),
      });
    }
    return entries;
  }

  private chain(start: number, table: Uint32Array): number[] {
    const sectors: number[] = [];
    for (let sector = start; sector < endOfChain - 1; sector = table[sector]!) {
      // a chain that leaves the table or comes back on itself
      if (sector >= table.length || sectors.length >= table.length) throw unreadable('xls');
      sectors.push(sector);
    }
    return sectors;
  }

  private async readSectors(sectors: readonly number[]): Promise<Uint32Array> {
    const size = this.sectorSize;
    const bytes = Buffer.alloc(sectors.length * size, 0xff);
    for (const [rank, sector] of sectors.entries()) await this.file.read(bytes, rank * size, size, this.place(sector));
    return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  }
}

/** A stream of a compound file, read from anywhere. */
export class CompoundStream {
  constructor(
    private readonly file: FileHandle,
    private readonly places: readonly number[],
    private readonly sectorSize: number,
    readonly size: number,
  ) {}

  async read(start: number, length: number): Promise<Buffer> {
    const end = Math.min(this.size, start + length);
    const bytes = Buffer.alloc(Math.max(0, end - start));
    for (let at = start; at < end; ) {
      const first = Math.floor(at / this.sectorSize);
      let last = first;
      // sectors that follow each other in the file are read at once
      while ((last + 1) * this.sectorSize < end && this.places[last + 1] === this.places[last]! + this.sectorSize)
        last += 1;
      const stop = Math.min(end, (last + 1) * this.sectorSize);
      const place = this.places[first]! + (at % this.sectorSize);
      const { bytesRead } = await this.file.read(bytes, at - start, stop - at, place);
      if (bytesRead < stop - at) throw unreadable('xls');
      at = stop;
    }
    return bytes;
  }
}
