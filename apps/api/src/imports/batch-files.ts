import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

const oneDayMs = 24 * 3_600_000;

/** What one reading of a file leaves. */
const readingFiles = (folder: string, suffix: string) => ({
  spool: path.join(folder, `rows.copy${suffix}`),
  findings: path.join(folder, `findings.ndjson${suffix}`),
  preview: path.join(folder, `preview.json${suffix}`),
  contents: path.join(folder, `contents.json${suffix}`),
});

/** Where the files of imports stand. Every name is ours: what a person called a file never reaches the disk. */
export class BatchFiles {
  private readonly root: string;

  constructor(home: string) {
    this.root = path.join(home, 'imports');
  }

  get incoming(): string {
    return path.join(this.root, 'incoming');
  }

  of(batchId: number) {
    const folder = path.join(this.root, String(batchId));
    return {
      folder,
      original: path.join(folder, 'original'),
      ...readingFiles(folder, ''),
      /** The same, for a reading that may not be the one that counts. */
      aside: (name: string) => readingFiles(folder, `.${name}`),
    };
  }

  async make(batchId: number): Promise<void> {
    await mkdir(this.of(batchId).folder, { recursive: true });
  }

  /** Removes what was received for more than a day without becoming a batch. */
  async cleanIncoming(now: Date): Promise<void> {
    for (const name of await readdir(this.incoming).catch(() => [])) {
      const file = path.join(this.incoming, name);
      const found = await stat(file).catch(() => undefined);
      if (found && now.getTime() - found.mtimeMs > oneDayMs) await rm(file, { force: true });
    }
  }

  /** Removes a file that may not be kept, with all that this and earlier readings, killed ones too, left of it. */
  async removeContent(batchId: number, kept: readonly string[] = []): Promise<void> {
    const { folder } = this.of(batchId);
    for (const name of await readdir(folder).catch(() => []))
      if (!kept.includes(path.join(folder, name))) await rm(path.join(folder, name), { force: true });
  }
}
