import iconv from 'iconv-lite';
import { SharedTexts } from '../shared-texts';
import { tableLimits } from '../table-limits';
import { unreadable } from '../table-refused';

/** Reads texts over the borders of continued records, where characters may change of width ([MS-XLS] 2.5.293). */
export class ContinuedTexts {
  private part = 0;
  private at = 0;

  constructor(private readonly parts: readonly Buffer[]) {}

  skip(count: number): void {
    let left = count;
    while (left > 0) {
      const room = this.current.length - this.at;
      const step = Math.min(left, room);
      this.at += step;
      left -= step;
      if (left > 0) this.next();
    }
  }

  uint(size: 1 | 2 | 4): number {
    let value = 0;
    for (let rank = 0; rank < size; rank += 1) {
      while (this.at >= this.current.length) this.next();
      value += this.current[this.at]! * 256 ** rank;
      this.at += 1;
    }
    return value;
  }

  /** A text preceded by its length on `lengthSize` bytes and its flags. */
  text(lengthSize: 1 | 2): string {
    const length = this.uint(lengthSize);
    const flags = this.uint(1);
    const runs = flags & 8 ? this.uint(2) : 0;
    const extra = flags & 4 ? this.uint(4) : 0;
    const text = this.characters(length, (flags & 1) === 1);
    this.skip(runs * 4 + extra);
    return text;
  }

  get isAtEnd(): boolean {
    return this.part === this.parts.length - 1 && this.at >= this.current.length;
  }

  private characters(length: number, startsWide: boolean): string {
    let isWide = startsWide;
    let left = length;
    let text = '';
    while (left > 0) {
      if (this.at >= this.current.length) {
        this.next();
        isWide = (this.uint(1) & 1) === 1;
      }
      const width = isWide ? 2 : 1;
      const count = Math.min(left, Math.floor((this.current.length - this.at) / width));
      if (count === 0) throw unreadable('texts');
      text += this.current.toString(isWide ? 'utf16le' : 'latin1', this.at, this.at + count * width);
      this.at += count * width;
      left -= count;
    }
    return text;
  }

  private get current(): Buffer {
    return this.parts[this.part]!;
  }

  private next(): void {
    this.part += 1;
    this.at = 0;
    if (this.part >= this.parts.length) {
      this.part = this.parts.length - 1;
      throw unreadable('texts');
    }
  }
}

export function readSharedTexts(parts: readonly Buffer[]): SharedTexts {
  const texts = new SharedTexts();
  const reader = new ContinuedTexts(parts);
  reader.skip(4);
  const count = reader.uint(4);
  for (let rank = 0; rank < count && !reader.isAtEnd; rank += 1) texts.add(reader.text(2));
  return texts;
}

/** How the bytes of a text are read before BIFF8, by the number of its code page. */
export function textEncoding(codePage: number): string {
  const name = codePage === 10_000 || codePage === 32_768 ? 'macroman' : `cp${codePage}`;
  return iconv.encodingExists(name) ? name : 'win1252';
}

/** A text of bytes, as versions before BIFF8 write it. */
export const byteText = (body: Buffer, start: number, length: number, encoding: string): string =>
  iconv.decode(body.subarray(start, start + Math.min(length, tableLimits.cellLength)), encoding);
