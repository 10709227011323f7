import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { formatNumber, importsFr, type ReadingHints } from '@sillage/indicators';
import { Clock } from '../platform/clock';
import { Problem } from '../platform/problem';
import type { CheckResult } from './check-file';
import { checkInPlace } from './check-in-place';
import type { CheckOptions, Referential } from './check-options';
import { ImportsService } from './imports.service';
import { readReferential } from './read-referential';
import { referentialOfFiles } from './referential';
import { parsedHints } from './upload-form';
import { verdictsOf } from './verdicts';

const { commands, problems, reports } = importsFr;
const linesShown = 20;
const number = (value: number): string => formatNumber(value, 0, 'fr');

/** `sillage check FILE [--source S] [--json]`: verdicts without writing anything; the result is the exit code. */
export const checkCommand = (app: INestApplicationContext, args: readonly string[]): Promise<number> =>
  printCheck(args, (file, control) => app.get(ImportsService).checkFile(file, control));

/** The same against a folder's own referential (`--referential DIR`): reads files and nothing else, no database. */
export async function checkAloneCommand(args: readonly string[]): Promise<number> {
  const folder = optionOf(args, '--referential');
  if (!folder) return misused(importsFr.referential.missingFolder);
  let referential: Referential;
  try {
    referential = referentialOfFiles(await readReferential(folder));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return misused(
      [error.title, ...(error.errors ?? []).map(({ pointer, detail }) => `- ${pointer} ${detail}`)].join('\n'),
    );
  }
  const today = new Clock().now();
  return printCheck(args, (file, control) => checkInPlace(file, referential, { today, ...control }));
}

async function printCheck(
  args: readonly string[],
  check: (file: string, control: Pick<CheckOptions, 'onProgress' | 'hints'>) => Promise<CheckResult>,
): Promise<number> {
  const file = fileOf(args);
  const hints = await schemaHints(args);
  if (!file || hints === undefined) return misused(file ? problems.notASchema : commands.checkUsage);
  const result = await check(file, { onProgress: progressLine(), ...(hints ? { hints } : {}) });
  endProgress();
  if (args.includes('--json')) console.log(JSON.stringify(verdictsOf(result)));
  else printResult(result);
  return result.outcome === 'reject' ? 1 : 0;
}

/** `sillage import FILE`: checks, publishes, then what the caller gives (the rebuild); the result is the exit code. */
export async function importCommand(
  app: INestApplicationContext,
  args: readonly string[],
  afterPublication: () => Promise<unknown>,
): Promise<number> {
  const file = fileOf(args);
  const hints = await schemaHints(args);
  if (!file || hints === undefined) return misused(file ? problems.notASchema : commands.importUsage);
  const imports = app.get(ImportsService);
  const { batch, isNew } = await imports.receive(createReadStream(file), path.basename(file), {
    source: optionOf(args, '--source'),
    hints,
  });
  if (!isNew && batch.state === 'published') {
    console.log(reports.samePublished);
    return 0;
  }
  const result = await imports.check(batch.id, { onProgress: progressLine() });
  endProgress();
  printResult(result);
  if (result.outcome === 'reject') return 1;
  const { values } = await imports.publish(batch.id, { onProgress: progressLine() });
  endProgress();
  console.log(reports.published(number(values)));
  await afterPublication();
  return 0;
}

const optionsWithValue = ['--source', '--referential', '--schema'];
const fileOf = (args: readonly string[]): string | undefined =>
  args.find((argument, index) => !argument.startsWith('--') && !optionsWithValue.includes(args[index - 1] ?? ''));

const optionOf = (args: readonly string[], name: string): string | null => {
  const index = args.indexOf(name);
  return index < 0 ? null : (args[index + 1] ?? null);
};

/** How a file's `--schema` (a Table Schema) says to read it; undefined when it is none. */
async function schemaHints(args: readonly string[]): Promise<ReadingHints | null | undefined> {
  const file = optionOf(args, '--schema');
  if (file === null) return null;
  try {
    return parsedHints({ schema: JSON.parse(await readFile(file, 'utf8')) });
  } catch {
    return undefined;
  }
}

function misused(usage: string): number {
  console.error(usage);
  return 2;
}

function printResult({ outcome, read, kept, ignored, rejected, groups }: CheckResult): void {
  console.log(commands.outcome[outcome]);
  console.log(commands.counts(number(read), number(kept), number(ignored), number(rejected)));
  for (const { title, count, message } of groups.slice(0, linesShown))
    console.log(`- ${title} (${number(count)}) : ${message}`);
  if (groups.length > linesShown) console.log(commands.more(number(groups.length - linesShown)));
}

/** Rate and time left on the error stream, four times a second at most. */
function progressLine(): (done: number, total: number) => void {
  const startedAt = performance.now();
  let writtenAt = startedAt;
  return (done, total) => {
    const now = performance.now();
    if (!process.stderr.isTTY && now - writtenAt < 2_000) return;
    if (now - writtenAt < 250 || done === 0) return;
    writtenAt = now;
    const bytesPerSecond = done / ((now - startedAt) / 1000);
    const left = (total - done) / bytesPerSecond;
    const line = commands.progress(
      formatNumber((100 * done) / total, 0, 'fr'),
      commands.rate(formatNumber(bytesPerSecond / 1e6, 1, 'fr')),
      commands.seconds(formatNumber(left, 0, 'fr')),
    );
    process.stderr.write(process.stderr.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
  };
}

const endProgress = (): void => {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
};
