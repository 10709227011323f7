const pageBits = 6;
const pageSize = 1 << pageBits;
const pagesPerChunk = 4096;

/**
 * A 32-bit word for each (key, territory) met, 0 when none: what finds duplicates in a file of any order. Words stand in
 * pages of 64 neighbouring territories, so five million cells take some 20 MB.
 */
export class SeenCells {
  private chunks: Uint32Array[] = [];
  private pageCount = 0;
  private keys = new Float64Array(1024).fill(-1);
  private pages = new Int32Array(1024);
  private lastKey = -1;
  private lastPage = -1;

  get(key: number, territoryId: number): number {
    const page = this.findPage(key, territoryId);
    if (page < 0) return 0;
    return this.chunks[Math.floor(page / pagesPerChunk)]![
      ((page % pagesPerChunk) << pageBits) + (territoryId & (pageSize - 1))
    ]!;
  }

  set(key: number, territoryId: number, word: number): void {
    let page = this.findPage(key, territoryId);
    if (page < 0) page = this.addPage(pageKey(key, territoryId));
    this.chunks[Math.floor(page / pagesPerChunk)]![
      ((page % pagesPerChunk) << pageBits) + (territoryId & (pageSize - 1))
    ] = word;
  }

  private findPage(key: number, territoryId: number): number {
    const wanted = pageKey(key, territoryId);
    if (wanted === this.lastKey) return this.lastPage;
    const mask = this.keys.length - 1;
    for (let slot = hashOf(wanted) & mask; ; slot = (slot + 1) & mask) {
      const found = this.keys[slot]!;
      if (found === wanted) {
        this.lastKey = wanted;
        this.lastPage = this.pages[slot]!;
        return this.lastPage;
      }
      if (found < 0) return -1;
    }
  }

  private addPage(wanted: number): number {
    if (this.pageCount * 2 >= this.keys.length) this.rehash();
    if (this.pageCount === this.chunks.length * pagesPerChunk)
      this.chunks.push(new Uint32Array(pagesPerChunk * pageSize));
    const page = this.pageCount;
    this.pageCount += 1;
    this.place(wanted, page);
    this.lastKey = wanted;
    this.lastPage = page;
    return page;
  }

  private place(wanted: number, page: number): void {
    const mask = this.keys.length - 1;
    let slot = hashOf(wanted) & mask;
    while (this.keys[slot]! >= 0) slot = (slot + 1) & mask;
    this.keys[slot] = wanted;
    this.pages[slot] = page;
  }

  private rehash(): void {
    const { keys, pages } = this;
    this.keys = new Float64Array(keys.length * 2).fill(-1);
    this.pages = new Int32Array(keys.length * 2);
    keys.forEach((key, slot) => {
      if (key >= 0) this.place(key, pages[slot]!);
    });
  }
}

const pageKey = (key: number, territoryId: number): number => key * 2 ** 26 + (territoryId >>> pageBits);

function hashOf(key: number): number {
  const mixed = Math.imul((key | 0) ^ Math.imul(Math.floor(key / 2 ** 26), 0x9e3779b1), 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
}
