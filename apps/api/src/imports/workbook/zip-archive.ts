import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import { tableLimits } from './table-limits';
import { TableRefused, unreadable } from './table-refused';

/** A part of a workbook that is read whole: the list of its sheets, not its rows. */
const wholePartBytes = 16 * 1024 * 1024;

export interface ZipEntry {
  readonly name: string;
  readonly size: number;
  /** A link, a device: what no table is. */
  readonly isSpecial: boolean;
}

/** A zip read by its directory. Names are only compared: nothing is ever written under them. */
export class ZipArchive {
  private constructor(
    private readonly file: yauzl.ZipFile,
    private readonly byName: ReadonlyMap<string, yauzl.Entry>,
    readonly entries: readonly ZipEntry[],
  ) {}

  /** Reads the directory; refuses what announces too much before unpacking anything. */
  static async open(path: string): Promise<ZipArchive> {
    let file: yauzl.ZipFile | undefined;
    try {
      // names are decoded here: in a workbook one that would leave the folder is no harm, since it never names a file
      file = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false });
      if (file.entryCount > tableLimits.entries)
        throw new TableRefused('ARCHIVE_INTERDITE', { reason: 'entries', count: file.entryCount });
      const byName = new Map<string, yauzl.Entry>();
      const entries: ZipEntry[] = [];
      let announced = 0;
      for await (const entry of file.eachEntry()) {
        announced += entry.uncompressedSize;
        const name = yauzl.getFileNameLowLevel(
          entry.generalPurposeBitFlag,
          entry.fileNameRaw,
          entry.extraFields,
          false,
        );
        if (!byName.has(name)) byName.set(name, entry);
        entries.push({ name, size: entry.uncompressedSize, isSpecial: isSpecial(entry) });
      }
      refuseBomb(announced, file.fileSize);
      return new ZipArchive(file, byName, entries);
    } catch (error) {
      file?.close();
      throw error instanceof TableRefused ? error : unreadable('zip', error);
    }
  }

  has(name: string): boolean {
    return this.byName.has(name);
  }

  /** Unpacks an entry as it is read; what it holds beyond its announced size is an error. */
  async read(name: string): Promise<AsyncIterable<Buffer>> {
    const entry = this.byName.get(name);
    if (!entry) throw unreadable('part');
    if (entry.isEncrypted()) throw new TableRefused('FICHIER_PROTEGE');
    if (entry.uncompressedSize > tableLimits.unpackedBytes) throw tooLarge(entry.uncompressedSize);
    refuseBomb(entry.uncompressedSize, entry.compressedSize);
    return unpacked(this.file.openReadStreamPromise(entry), entry.crc32);
  }

  async readWhole(name: string): Promise<Buffer> {
    if ((this.byName.get(name)?.uncompressedSize ?? 0) > wholePartBytes) throw unreadable('part');
    return buffer(await this.read(name));
  }

  close(): void {
    this.file.close();
  }
}

/** What a zip holds may be broken anywhere: that is no fault of ours, unlike a disk that cannot be read. */
async function* unpacked(stream: Promise<Readable>, expected: number): AsyncGenerator<Buffer> {
  try {
    let sum = 0;
    for await (const bytes of (await stream) as AsyncIterable<Buffer>) {
      sum = crc32(bytes, sum);
      yield bytes;
    }
    if (sum !== expected) throw unreadable('zip');
  } catch (error) {
    throw error instanceof TableRefused || (error instanceof Error && 'syscall' in error)
      ? error
      : unreadable('zip', error);
  }
}

/** As Unix wrote its kind (APPNOTE.TXT 4.4.15): none, a regular file or a folder are as they should be. */
function isSpecial({ versionMadeBy, externalFileAttributes }: yauzl.Entry): boolean {
  const kind = versionMadeBy >>> 8 === 3 ? (externalFileAttributes >>> 16) & 0o170000 : 0;
  return kind !== 0 && kind !== 0o100000 && kind !== 0o040000;
}

function refuseBomb(unpacked: number, packed: number): void {
  if (unpacked > tableLimits.freeBytes && unpacked > packed * tableLimits.ratio)
    throw new TableRefused('BOMBE_DECOMPRESSION', { megabytes: Math.round(unpacked / 1e6) });
}

export const tooLarge = (bytes: number): TableRefused =>
  new TableRefused('CLASSEUR_TROP_GRAND', {
    megabytes: Math.round(bytes / 1e6),
    limit: Math.round(tableLimits.unpackedBytes / 1e6),
  });
