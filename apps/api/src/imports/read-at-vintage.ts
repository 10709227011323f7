import { open } from 'node:fs/promises';
import {
  atVintage,
  contextOfSample,
  type Finding,
  guessVintage,
  hasNames,
  RowLedger,
  RowReader,
  vintageDate,
} from '@sillage/indicators';
import type { CheckOptions, Referential } from './check-options';
import { sheetOf } from './file-reading';
import { FindingLog } from './finding-log';
import { type RowSource, readRows } from './read-rows';

/** One reading of all the rows. */
export interface Pass {
  readonly ledger: RowLedger;
  readonly log: FindingLog;
  readonly path: 'bytes' | 'text';
  readonly vintage: number;
}

/** Guesses made before the end of the file; after them a pass goes to its end. */
const earlyGuesses = 3;

class OlderGeography extends Error {
  constructor(readonly vintage: number) {
    super('The codes are of another vintage');
  }
}

/**
 * Reads a file in the newest geography that knows its codes. Most files are of the current one: reading starts with it,
 * and starts again as soon as the codes met say otherwise.
 */
export async function readAtItsVintage(
  source: RowSource,
  referential: Referential,
  findings: readonly Finding[],
  options: CheckOptions,
): Promise<Pass> {
  const newest = options.today.getUTCFullYear();
  const asked = source.hints.vintage;
  if (typeof asked === 'number') return runPass(source, referential, asked, findings, options, null);
  let vintage = newest;
  for (let guesses = 0; ; ) {
    try {
      const pass = await runPass(
        source,
        referential,
        vintage,
        findings,
        options,
        guesses < earlyGuesses ? newest : null,
      );
      const better = guessVintage(pass.ledger.reader.territories.codesSeen(), newest);
      if (better === vintage || guesses > earlyGuesses || !resolvesOtherwise(pass.ledger, vintage, better)) return pass;
      await pass.log.close();
      vintage = better;
      guesses = earlyGuesses + 1;
    } catch (error) {
      if (!(error instanceof OlderGeography)) throw error;
      vintage = error.vintage;
      guesses += 1;
    }
  }
}

/** `newest` allows the pass to stop when the codes met so far are of another vintage. */
async function runPass(
  source: RowSource,
  { territories, indicators, names }: Referential,
  vintage: number,
  fileFindings: readonly Finding[],
  options: CheckOptions,
  newest: number | null,
): Promise<Pass> {
  const latestYear = options.today.getUTCFullYear() + 1;
  const known = hasNames(source.layout, source.sample.rows) ? await names?.() : undefined;
  const isPlain = !source.survey.hasQuote && !options.withoutBytePath;
  for (const way of isPlain ? (['bytes', 'text'] as const) : (['text'] as const)) {
    const log = new FindingLog(options.findingsPerCode, options.findingsFile, sheetOf(source));
    for (const finding of fileFindings) log.report(finding);
    const guessed = contextOfSample(source.layout, source.sample.rows, territories, latestYear, vintage, source.hints);
    const context = { ...guessed, isSheet: source.sheets.length > 0, ...(known && { names: known }) };
    const reader = new RowReader(source.layout, territories, indicators, context);
    const ledger = new RowLedger(reader, options.batchId, log.report);
    const onPiece = newest === null ? undefined : vintageWatch(reader, vintage, newest);
    let path: 'bytes' | 'text' | null = null;
    const spool = await open(options.spool, 'w');
    try {
      path = await readRows(way, source, ledger, indicators.indicators, spool, { ...options, onPiece });
    } finally {
      await spool.close();
      if (!path) await log.close();
    }
    if (path) return { ledger, log, path, vintage };
  }
  throw new Error('A file must be readable as text');
}

function vintageWatch(reader: RowReader, vintage: number, newest: number): () => void {
  let strangersBefore = 0;
  return () => {
    if (reader.territories.strangers === strangersBefore) return;
    strangersBefore = reader.territories.strangers;
    const better = guessVintage(reader.territories.codesSeen(), newest);
    if (better !== vintage) throw new OlderGeography(better);
  };
}

/** Whether another vintage changes the perimeter of a code of the file. */
function resolvesOtherwise(ledger: RowLedger, from: number, to: number): boolean {
  for (const entries of ledger.reader.territories.codesSeen()) {
    const before = atVintage(entries, vintageDate(from));
    const after = atVintage(entries, vintageDate(to));
    if (before?.territory.id !== after?.territory.id || before?.isCurrent !== after?.isCurrent) return true;
  }
  return false;
}
