import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { CsvReader } from '@sillage/indicators';
import { checkFile } from '../../apps/api/src/imports/check-file';
import { corpusReferential } from '../support/referential';
import { describeWithSharedData, sharedFile } from '../support/shared';

interface Expected {
  readonly file: string;
  readonly outcomes: readonly string[];
  readonly code: string;
  readonly kept: number;
  readonly rejected: number;
  readonly sum: number | null;
  readonly message: RegExp;
}

/** Files whose whole row of the manifest is not held yet, and what lacks. Nothing else may fail. */
const later: Readonly<Record<string, string>> = {
  '132_total_departement_incoherent.csv': 'a published total is not yet compared with the sum of its communes',
};

function manifest(): Expected[] {
  const [, ...rows] = new CsvReader(';').read(readFileSync(sharedFile('corpus/manifest.csv'), 'utf8'));
  return rows.map(({ cells }) => {
    const [file = '', , , outcome = '', tolerated = '', code = '', kept, rejected, sum, pattern = ''] = cells;
    return {
      file,
      outcomes: [outcome, tolerated].filter((name) => name !== ''),
      code,
      kept: Number(kept),
      rejected: Number(rejected),
      sum: sum ? Number(sum) : null,
      message: new RegExp(pattern.replace('(?i)', ''), 'i'),
    };
  });
}

describeWithSharedData('ugly files', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sillage-corpus-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const referential = corpusReferential();

  const locate = (file: string): string => {
    if (!file.startsWith('055')) return sharedFile(`corpus/files/${file}`);
    const made = path.join(folder, file);
    const rows = '01002;b;2023;NB_APA;14\r\n'.repeat(360_000);
    writeFileSync(
      made,
      `code_territoire;libelle;annee;indicateur;valeur\r\n01001;"jamais fermé;2023;NB_APA;27\r\n${rows}`,
    );
    return made;
  };

  it.each(manifest())('$file gives the expected verdict', async (expected) => {
    const result = await checkFile(locate(expected.file), referential, {
      batchId: 1,
      spool: path.join(folder, 'rows.copy'),
      findingsPerCode: 20,
      today: new Date('2026-11-22T12:00:00Z'),
    });
    const said = result.findings.map(({ message }) => message).join('\n');
    const faults = [
      expected.outcomes.includes(result.outcome) ? null : `outcome ${result.outcome}`,
      result.kept + result.ignored + result.rejected === result.read ? null : 'accounts',
      expected.code === '' || result.groups.some(({ code }) => code === expected.code)
        ? null
        : `code ${result.groups.map(({ code }) => code).join()}`,
      expected.outcomes[0] === 'reject' || result.outcome === 'reject' || result.kept === expected.kept
        ? null
        : `kept ${result.kept}`,
      expected.outcomes[0] === 'reject' ||
      result.outcome === 'reject' ||
      expected.sum === null ||
      result.sum === expected.sum
        ? null
        : `sum ${result.sum}`,
      expected.message.test(said) ? null : `message ${said.slice(0, 200)}`,
    ].filter((fault) => fault !== null);
    if (expected.file in later) expect(faults).not.toEqual([]);
    else expect(faults).toEqual([]);
  });
});
