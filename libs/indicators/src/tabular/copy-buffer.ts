const tab = 9;
const newline = 10;

/** Rows in PostgreSQL's COPY text format, written as bytes: value, numerator, denominator, then integers. */
export class CopyBuffer {
  bytes = new Uint8Array(1 << 20);
  length = 0;

  take(): Uint8Array {
    const taken = this.bytes.slice(0, this.length);
    this.length = 0;
    return taken;
  }

  /** Makes room for one row. */
  reserve(size = 512): void {
    if (this.length + size <= this.bytes.length) return;
    const larger = new Uint8Array(this.bytes.length * 2);
    larger.set(this.bytes);
    this.bytes = larger;
  }

  number(value: number | null): void {
    if (value === null) this.nothing();
    else if (Number.isInteger(value) && value >= 0 && value <= 0x7fffffff) this.integer(value);
    else {
      const text = String(value);
      for (let index = 0; index < text.length; index += 1) this.bytes[this.length + index] = text.charCodeAt(index);
      this.length += text.length;
      this.bytes[this.length] = tab;
      this.length += 1;
    }
  }

  /** Digits of a plain number as the file writes them, its decimal comma made a point. */
  digits(source: Uint8Array, start: number, end: number): void {
    const { bytes } = this;
    let { length } = this;
    for (let index = start; index < end; index += 1) {
      const byte = source[index]!;
      bytes[length] = byte === 44 ? 46 : byte;
      length += 1;
    }
    bytes[length] = tab;
    this.length = length + 1;
  }

  nothing(): void {
    this.bytes[this.length] = 92;
    this.bytes[this.length + 1] = 78;
    this.bytes[this.length + 2] = tab;
    this.length += 3;
  }

  /** A non-negative integer of at most 10 digits. */
  integer(value: number): void {
    const { bytes } = this;
    let size = 1;
    for (let power = 10; value >= power; power *= 10) size += 1;
    let left = value;
    for (let index = this.length + size - 1; index >= this.length; index -= 1) {
      const rest = Math.floor(left / 10);
      bytes[index] = 48 + left - rest * 10;
      left = rest;
    }
    bytes[this.length + size] = tab;
    this.length += size + 1;
  }

  /** Ends a row: its last separator becomes the line break. */
  endRow(): void {
    this.bytes[this.length - 1] = newline;
  }
}
