import { tableLimits } from './table-limits';
import { TableRefused } from './table-refused';

const blockBytes = 1 << 20;
const keptDecoded = 8_192;

/** The texts that cells name by their rank. Kept as bytes: a million short strings would weigh three times more. */
export class SharedTexts {
  private readonly blocks: Buffer[] = [];
  private block = Buffer.alloc(0);
  private used = 0;
  private total = 0;
  private count = 0;
  private places = new Float64Array(1_024);
  private readonly decoded: (string | undefined)[] = [];

  add(text: string): void {
    const kept = text.length > tableLimits.cellLength ? text.slice(0, tableLimits.cellLength) : text;
    const size = Buffer.byteLength(kept);
    this.total += size + 12;
    if (this.total > tableLimits.sharedTextBytes)
      throw new TableRefused('CLASSEUR_TROP_GRAND', {
        megabytes: Math.round(this.total / 1e6),
        limit: Math.round(tableLimits.sharedTextBytes / 1e6),
        part: 'texts',
      });
    if (this.blocks.length === 0 || this.used + size > this.block.length) {
      this.block = Buffer.allocUnsafeSlow(Math.max(blockBytes, size));
      this.blocks.push(this.block);
      this.used = 0;
    }
    if (this.count * 2 + 2 > this.places.length) {
      const wider = new Float64Array(this.places.length * 2);
      wider.set(this.places);
      this.places = wider;
    }
    this.places[this.count * 2] = (this.blocks.length - 1) * blockBytes * 64 + this.used;
    this.places[this.count * 2 + 1] = size;
    this.block.write(kept, this.used);
    this.used += size;
    this.count += 1;
  }

  /** undefined when the rank is none of the workbook's. */
  at(rank: number): string | undefined {
    if (!(rank >= 0 && rank < this.count)) return undefined;
    const known = rank < keptDecoded ? this.decoded[rank] : undefined;
    if (known !== undefined) return known;
    const place = this.places[rank * 2]!;
    const block = this.blocks[Math.floor(place / (blockBytes * 64))]!;
    const start = place % (blockBytes * 64);
    const text = block.toString('utf8', start, start + this.places[rank * 2 + 1]!);
    if (rank < keptDecoded) this.decoded[rank] = text;
    return text;
  }
}
