/** The bodies read last, as bytes ready to send: the least recently read go first when there is no room. */
export class PageMemory {
  private readonly kept = new Map<string, Buffer>();
  private keptBytes = 0;

  constructor(private readonly roomBytes = 32 * 1024 * 1024) {}

  find(name: string): Buffer | undefined {
    const body = this.kept.get(name);
    if (!body) return undefined;
    this.kept.delete(name);
    this.kept.set(name, body);
    return body;
  }

  keep(name: string, body: Buffer): void {
    if (body.length > this.roomBytes / 8 || this.kept.has(name)) return;
    this.kept.set(name, body);
    this.keptBytes += body.length;
    for (const [oldest, { length }] of this.kept) {
      if (this.keptBytes <= this.roomBytes) return;
      this.kept.delete(oldest);
      this.keptBytes -= length;
    }
  }
}
