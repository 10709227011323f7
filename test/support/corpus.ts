import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { CsvReader } from '@sillage/indicators';
import { sharedFile } from './shared';

/** A row of the manifest: a file and what must be said of it. */
export interface UglyFile {
  readonly file: string;
  readonly uploadName: string;
  readonly outcomes: readonly string[];
  readonly code: string;
  readonly kept: number;
  readonly rejected: number;
  readonly sum: number | null;
  readonly message: RegExp;
}

export function uglyFiles(): UglyFile[] {
  const [, ...rows] = new CsvReader(';').read(readFileSync(sharedFile('corpus/manifest.csv'), 'utf8'));
  return rows.map(({ cells }) => {
    const [file = '', , , outcome = '', tolerated = '', code = '', kept, rejected, sum, pattern = '', uploadName = ''] =
      cells;
    return {
      file,
      uploadName,
      outcomes: [outcome, tolerated].filter((name) => name !== ''),
      code,
      kept: Number(kept),
      rejected: Number(rejected),
      sum: sum ? Number(sum) : null,
      message: new RegExp(pattern.replace('(?i)', ''), 'i'),
    };
  });
}

/** Where each file stands; the one that is too large to be kept is made. */
export class UglyFolder {
  readonly path = mkdtempSync(path.join(os.tmpdir(), 'sillage-corpus-'));

  locate(file: string): string {
    if (!file.startsWith('055')) return sharedFile(`corpus/files/${file}`);
    const made = path.join(this.path, file);
    const rows = '01002;b;2023;NB_APA;14\r\n'.repeat(360_000);
    writeFileSync(
      made,
      `code_territoire;libelle;annee;indicateur;valeur\r\n01001;"jamais fermé;2023;NB_APA;27\r\n${rows}`,
    );
    return made;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

export interface Said {
  readonly outcome: string;
  readonly read: number;
  readonly kept: number;
  readonly ignored: number;
  readonly rejected: number;
  readonly sum: number | null;
  readonly codes: readonly string[];
  readonly message: string;
}

/** What is not as the manifest has it; the counts of a tolerated outcome are its own. */
export function faultsOf(expected: UglyFile, said: Said): string[] {
  const isAsWished = said.outcome === expected.outcomes[0];
  const isKept = said.outcome !== 'reject';
  const shouldKeep = expected.outcomes[0] !== 'reject';
  const checks: readonly (readonly [boolean, string])[] = [
    [expected.outcomes.includes(said.outcome), `outcome ${said.outcome}`],
    [said.kept + said.ignored + said.rejected === said.read, 'accounts'],
    [expected.code === '' || said.codes.includes(expected.code), `code ${said.codes.join()}`],
    [!(isAsWished || (isKept && shouldKeep)) || said.kept === expected.kept, `kept ${said.kept}`],
    [!(isAsWished || (isKept && shouldKeep)) || said.rejected === expected.rejected, `rejected ${said.rejected}`],
    [!isKept || !shouldKeep || expected.sum === null || said.sum === expected.sum, `sum ${said.sum}`],
    [expected.message.test(said.message), `message ${said.message.slice(0, 200)}`],
  ];
  return checks.filter(([isRight]) => !isRight).map(([, fault]) => fault);
}
