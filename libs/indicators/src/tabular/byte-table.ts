/** A map from short byte strings to integers, looked up without making a string. */
export class ByteTable {
  private keys = new Uint8Array(1 << 12);
  private keysLength = 0;
  private starts = new Int32Array(256);
  private lengths = new Int32Array(256);
  private values = new Int32Array(256);
  private slots = new Int32Array(512).fill(-1);
  private count = 0;
  private last = -1;

  /** The value of bytes[start, end), or `missing`. */
  find(bytes: Uint8Array, start: number, end: number, missing = -1): number {
    // Neighbouring rows often repeat a cell.
    if (this.last >= 0 && this.equals(this.last, bytes, start, end)) return this.values[this.last]!;
    const mask = this.slots.length - 1;
    for (let slot = hashOf(bytes, start, end) & mask; ; slot = (slot + 1) & mask) {
      const entry = this.slots[slot]!;
      if (entry < 0) return missing;
      if (this.equals(entry, bytes, start, end)) {
        this.last = entry;
        return this.values[entry]!;
      }
    }
  }

  add(bytes: Uint8Array, start: number, end: number, value: number): void {
    if (this.find(bytes, start, end) >= 0) return;
    const length = end - start;
    while (this.keysLength + length > this.keys.length) this.keys = grown(this.keys);
    if (this.count === this.values.length) {
      this.starts = grown(this.starts);
      this.lengths = grown(this.lengths);
      this.values = grown(this.values);
    }
    this.keys.set(bytes.subarray(start, end), this.keysLength);
    this.starts[this.count] = this.keysLength;
    this.lengths[this.count] = length;
    this.values[this.count] = value;
    this.keysLength += length;
    this.count += 1;
    if (this.count * 2 > this.slots.length) this.rehash();
    else this.place(this.count - 1);
  }

  private equals(entry: number, bytes: Uint8Array, start: number, end: number): boolean {
    if (this.lengths[entry] !== end - start) return false;
    let own = this.starts[entry]!;
    for (let index = start; index < end; index += 1) {
      if (this.keys[own] !== bytes[index]) return false;
      own += 1;
    }
    return true;
  }

  private place(entry: number): void {
    const mask = this.slots.length - 1;
    const start = this.starts[entry]!;
    let slot = hashOf(this.keys, start, start + this.lengths[entry]!) & mask;
    while (this.slots[slot]! >= 0) slot = (slot + 1) & mask;
    this.slots[slot] = entry;
  }

  private rehash(): void {
    this.slots = new Int32Array(this.slots.length * 2).fill(-1);
    for (let entry = 0; entry < this.count; entry += 1) this.place(entry);
  }
}

/** FNV-1a, with a last mix because the table keeps the low bits. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let index = start; index < end; index += 1) hash = Math.imul(hash ^ bytes[index]!, 0x01000193);
  return hash ^ (hash >>> 15);
}

function grown<T extends Uint8Array | Int32Array>(array: T): T {
  const larger = new (array.constructor as new (length: number) => T)(array.length * 2);
  larger.set(array);
  return larger;
}
