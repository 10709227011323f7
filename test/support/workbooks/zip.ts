import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly body: Buffer | string;
  readonly isEncrypted?: boolean;
  /** What the directory announces, when it lies. */
  readonly announced?: number;
  /** The checksum that it announces, when it lies. */
  readonly checksum?: number;
  /** Kind and rights as Unix has them. */
  readonly mode?: number;
}

/** A zip of these files (APPNOTE.TXT 4.3). */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, body, isEncrypted = false, announced, checksum, mode } of parts) {
    const bytes = Buffer.from(body);
    const packed = deflateRawSync(bytes);
    const named = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800 | (isEncrypted ? 1 : 0), 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(checksum ?? crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(announced ?? bytes.length, 18);
    common.writeUInt16LE(named.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, named, packed]);
    const tail = Buffer.alloc(14);
    if (mode !== undefined) tail.writeUInt32LE(mode * 0x10000, 6);
    tail.writeUInt32LE(offset, 10);
    const system = mode === undefined ? '\u0000' : '\u0003';
    directory.push(Buffer.from(`PK\u0001\u0002\u0014${system}`, 'latin1'), common, tail, named);
    files.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, listed, end]);
}
