/** Beyond, a file's values are no longer looked at together: 24 bytes each, in a check that must stay small. */
export const mostValues = 100_000;

/** The first values of a file as they were kept, to be compared with each other and with those already published. */
export class SampledValues {
  /** Values of the file; those after `mostValues` are only counted. */
  count = 0;
  private capacity = 1024;
  private integers = new Int32Array(this.capacity * 5);
  private numbers = new Float64Array(this.capacity);

  /** Values that can be read back. */
  get size(): number {
    return Math.min(this.count, mostValues);
  }

  add(indicatorId: number, territoryId: number, period: number, line: number, column: number, value: number): void {
    const rank = this.count;
    this.count += 1;
    if (rank >= mostValues) return;
    if (rank === this.capacity) this.grow();
    this.integers.set([indicatorId, territoryId, period, line, column], rank * 5);
    this.numbers[rank] = value;
  }

  at(rank: number): SampledValue {
    const { integers } = this;
    const start = rank * 5;
    return {
      indicatorId: integers[start]!,
      territoryId: integers[start + 1]!,
      period: integers[start + 2]!,
      line: integers[start + 3]!,
      column: integers[start + 4]!,
      value: this.numbers[rank]!,
    };
  }

  private grow(): void {
    this.capacity *= 2;
    const [integers, numbers] = [this.integers, this.numbers];
    this.integers = new Int32Array(this.capacity * 5);
    this.integers.set(integers);
    this.numbers = new Float64Array(this.capacity);
    this.numbers.set(numbers);
  }
}

export interface SampledValue {
  readonly indicatorId: number;
  readonly territoryId: number;
  readonly period: number;
  /** null for a value that is already published. */
  readonly line: number | null;
  /** 1-based; 0 when the row gives a single value. */
  readonly column: number;
  readonly value: number;
}
