import { createReadStream } from 'node:fs';
import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { describeFinding, formatNumber, importsFr } from '@sillage/indicators';
import { Clock } from '../platform/clock';
import { Problem } from '../platform/problem';
import type { CheckResult } from './check-file';
import { checkInPlace } from './check-in-place';
import type { CheckOptions } from './check-options';
import { commandOptions, hintsOfOptions, misused } from './command-options';
import { ImportsService } from './imports.service';
import { readReferential } from './read-referential';
import { referentialOfFiles } from './referential';
import { verdictsOf } from './verdicts';

const { commands, reports } = importsFr;
const linesShown = 20;
const number = (value: number): string => formatNumber(value, 0, 'fr');

/** `sillage check FILE`: verdicts without writing anything; the result is the exit code. */
export const checkCommand = (app: INestApplicationContext, args: readonly string[]): Promise<number> =>
  printCheck(args, (file, control) => app.get(ImportsService).checkFile(file, control));

/** The same against a folder's own referential (`--referential DIR`): reads files and nothing else, no database. */
export const checkAloneCommand = (args: readonly string[]): Promise<number> =>
  printCheck(args, async (file, control, folder) => {
    if (!folder) return misused(importsFr.referential.missingFolder);
    const given = await readReferential(folder).catch((error) =>
      error instanceof Problem ? error : Promise.reject(error),
    );
    if (given instanceof Problem) return misused(given);
    return checkInPlace(file, referentialOfFiles(given), { today: new Clock().now(), ...control });
  });

async function printCheck(
  args: readonly string[],
  check: (
    file: string,
    control: Pick<CheckOptions, 'onProgress' | 'hints'> & { readonly source: string | null },
    referential: string | undefined,
  ) => Promise<CheckResult | number>,
): Promise<number> {
  const said = commandOptions(args, ['referential', 'source', 'schema', 'hints', 'leave-out', 'level', 'json']);
  const file = said?.positionals[0];
  if (!said || !file) return misused(commands.checkUsage);
  const hints = await hintsOfOptions(said.values);
  if (hints instanceof Problem) return misused(hints);
  const { source = null, referential, json = false } = said.values;
  const control = { source, onProgress: progressLine(), ...(hints ? { hints } : {}) };
  const result = await check(file, control, referential);
  endProgress();
  return typeof result === 'number' ? result : tell(result, json);
}

/** `sillage import FILE`: checks, publishes, then what the caller gives (the rebuild); the result is the exit code. */
export async function importCommand(
  app: INestApplicationContext,
  args: readonly string[],
  afterPublication: () => Promise<unknown>,
): Promise<number> {
  const said = commandOptions(args, ['source', 'schema', 'hints', 'leave-out', 'level', 'dry-run', 'json']);
  const file = said?.positionals[0];
  if (!said || !file) return misused(commands.importUsage);
  const hints = await hintsOfOptions(said.values);
  if (hints instanceof Problem) return misused(hints);
  const { source = null, json = false, 'dry-run': isTrial = false } = said.values;
  const imports = app.get(ImportsService);
  if (isTrial) {
    const result = await imports.checkFile(file, { source, onProgress: progressLine(), ...(hints ? { hints } : {}) });
    endProgress();
    return tell(result, json);
  }
  const { batch, isNew } = await imports.receive(createReadStream(file), path.basename(file), { source, hints });
  if (!isNew && batch.state === 'published') {
    console.log(reports.samePublished);
    return 0;
  }
  const result = await imports.check(batch.id, { onProgress: progressLine() });
  endProgress();
  if (tell(result, json) === 1) return 1;
  const { values } = await imports.publish(batch.id, { onProgress: progressLine() });
  endProgress();
  (json ? console.error : console.log)(reports.published(number(values)));
  await afterPublication();
  return 0;
}

function tell(result: CheckResult, asJson: boolean): number {
  if (asJson) console.log(JSON.stringify(verdictsOf(result, 'fr')));
  else printResult(result);
  return result.outcome === 'reject' ? 1 : 0;
}

function printResult({ outcome, read, kept, ignored, rejected, groups }: CheckResult): void {
  console.log(commands.outcome[outcome]);
  console.log(commands.counts(number(read), number(kept), number(ignored), number(rejected)));
  for (const { count, ...finding } of groups.slice(0, linesShown)) {
    const { title, message } = describeFinding(finding, 'fr');
    console.log(`- ${title} (${number(count)}) : ${message}`);
  }
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
