import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Answer {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** One process for many commands: loading the program takes longer than most of them. */
export async function runAll(commands: readonly (readonly string[])[]): Promise<Answer[]> {
  const program = `
    const { runCommand } = require('./apps/api/src/cli');
    const answers = [];
    (async () => {
      for (const args of ${JSON.stringify(commands)}) {
        const answer = { output: '', errors: '' };
        console.log = (text) => { answer.output += text + '\\n'; };
        console.error = (text) => { answer.errors += text + '\\n'; };
        answers.push({ code: await runCommand(args), ...answer });
      }
      process.stdout.write(JSON.stringify(answers), () => process.exit(0));
    })();`;
  const child = spawn(process.execPath, ['-r', './test/support/run-typescript.cjs', '-e', program], {
    cwd: path.resolve(__dirname, '../..'),
    // no DATABASE_URL: the command needs none
    env: { PATH: process.env['PATH'], TZ: 'UTC' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  await new Promise((resolve) => child.once('close', resolve));
  return JSON.parse(text) as Answer[];
}

export const estimateFolder = mkdtempSync(path.join(tmpdir(), 'sillage-estimate-'));
export function aFile(name: string, content: string | Buffer): string {
  const file = path.join(estimateFolder, name);
  writeFileSync(file, content);
  return file;
}

export type Row = Record<string, string>;
export function readCsv(file: string, delimiter = ','): Row[] {
  const [header, ...lines] = readFileSync(file, 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(delimiter).map((cell) => cell.replaceAll('"', '')));
  return lines.map((cells) => Object.fromEntries(header!.map((title, index) => [title, cells[index]!])));
}
export const writeCsv = (rows: readonly Row[], delimiter = ',', end = '\n'): string =>
  [Object.keys(rows[0]!), ...rows.map((row) => Object.values(row))].map((cells) => cells.join(delimiter)).join(end) +
  end;

export const titled = (unit: string, time: string, outcome: string, treated: string): string[] =>
  Object.entries({ unit, time, outcome, treated }).flatMap(([name, title]) => [`--${name}`, title]);
