import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';

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
      spool: path.join(folder, 'rows.copy'),
      findings: path.join(folder, 'findings.ndjson'),
      preview: path.join(folder, 'preview.json'),
      contents: path.join(folder, 'contents.json'),
    };
  }

  async make(batchId: number): Promise<void> {
    await mkdir(this.of(batchId).folder, { recursive: true });
  }

  async removeOriginal(batchId: number): Promise<void> {
    await rm(this.of(batchId).original, { force: true });
  }
}
