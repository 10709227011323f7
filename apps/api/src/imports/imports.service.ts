import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { Injectable, OnModuleInit } from '@nestjs/common';
import { importsFr, type ReadingHints } from '@sillage/indicators';
import { Database } from '../database/database';
import { enqueueJob } from '../jobs/job';
import { Clock } from '../platform/clock';
import { Config } from '../platform/config';
import { Problem } from '../platform/problem';
import { BatchFiles } from './batch-files';
import { insertBatch, rememberMapping, writeCheck, writeHints, writeRequest } from './batch-writer';
import { type CheckResult, checkFile } from './check-file';
import { checkInPlace } from './check-in-place';
import type { CheckOptions } from './check-options';
import { fileNameOf } from './file-name';
import { fileGone, unknownImport } from './import-problems';
import { type Batch, findBatch, findLiveBatchOfFile, findRequest, listMappings } from './imports.queries';
import { type PublishReport, publishBatch } from './publish-batch';
import { listNeighbourValues } from './published-values.queries';
import { receiveFile } from './receive-file';
import { loadReferential } from './referential';
import { planReplacement, type ReplacementPlan } from './replacement-plan';
import { writePreview } from './stored-preview';
import { storedJson } from './stored-text';

const findingsOnPage = 20;

/** What is said of a file beside its bytes. */
export interface Reception {
  /** Whose files these are: how they are read is remembered under this name. */
  readonly source?: string | null;
  readonly isDemo?: boolean;
  readonly hints?: ReadingHints | null;
  /** The same request again gives the batch that the first one made. */
  readonly idempotencyKey?: string | null;
}

type Control = Pick<CheckOptions, 'signal' | 'onProgress'>;

/** A file's way from upload to observations: received, checked, published, perhaps withdrawn. */
@Injectable()
export class ImportsService implements OnModuleInit {
  readonly files: BatchFiles;

  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    this.files = new BatchFiles(config.home);
  }

  /** What a killed process left half received. */
  async onModuleInit(): Promise<void> {
    await this.files.cleanIncoming(this.clock.now());
  }

  /** Keeps a file as a draft batch. The same bytes that are already under way or published give the batch that they have. */
  async receive(
    input: Readable,
    fileName: string,
    { source = null, isDemo = false, hints = null, idempotencyKey = null }: Reception = {},
  ): Promise<{ batch: Batch; isNew: boolean }> {
    const stored = await receiveFile(input, this.files.incoming, this.config.uploadLimitBytes);
    try {
      return await this.database.transaction(async (client) => {
        // identical files sent together wait here for each other, and so do those of one key
        for (const lock of [stored.hash, ...(idempotencyKey === null ? [] : [`key:${idempotencyKey}`])].sort())
          await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [lock]);
        const request = requestOf(idempotencyKey, { hash: stored.hash, source, hints });
        const same = request && (await findRequest(client, request.key));
        if (same && same.contentHash === request.contentHash)
          return { batch: (await findBatch(client, same.batchId))!, isNew: false };
        if (same) throw new Problem(422, 'cle-deja-utilisee', importsFr.problems.keyOfAnotherRequest(request.key));
        const known = await findLiveBatchOfFile(client, stored.hash, hints);
        if (known) {
          if (request) await writeRequest(client, request, known.id);
          return { batch: known, isNew: false };
        }
        const file = {
          fileName: fileNameOf(fileName),
          fileHash: stored.hash,
          fileSize: stored.size,
          source,
          isDemo,
          hints,
        };
        const id = await insertBatch(client, file);
        if (request) await writeRequest(client, request, id);
        await this.files.make(id);
        await rename(stored.path, this.files.of(id).original);
        const batch = await findBatch(client, id);
        return { batch: batch!, isNew: true };
      });
    } finally {
      await rm(stored.path, { force: true });
    }
  }

  /**
   * Reads the stored file and writes the verdicts; observations wait beside it for the publication. Nobody having said how
   * to read it, what was learnt of its source serves.
   */
  async check(batchId: number, control: Control = {}): Promise<CheckResult> {
    const files = this.files.of(batchId);
    if (!existsSync(files.original)) throw fileGone();
    const batch = await this.batch(batchId);
    const isLearnt = batch.hints === null && batch.source !== null && !batch.isDemo;
    const learnt = isLearnt ? await listMappings(this.database, batch.source!) : [];
    // another process may check the same batch: each writes files of its own, those of the reading that counts stay
    const own = files.aside(randomUUID());
    try {
      const result = await checkFile(files.original, await loadReferential(this.database), {
        batchId,
        fileName: batch.fileName,
        spool: own.spool,
        findingsFile: own.findings,
        findingsPerCode: findingsOnPage,
        today: this.clock.now(),
        published: (contents) => listNeighbourValues(this.database, contents),
        ...(batch.hints ? { hints: batch.hints } : {}),
        learnt,
        ...control,
      });
      await writePreview(own.preview, result);
      await writeFile(own.contents, JSON.stringify(result.contents));
      if (!result.mayStay) await this.files.removeContent(batchId, Object.values(own));
      await this.database.transaction(async (client) => {
        if (!(await writeCheck(client, batch, result, this.clock.now()))) return;
        for (const kind of ['preview', 'contents', 'findings'] as const) await rename(own[kind], files[kind]);
        if (result.outcome !== 'reject') await rename(own.spool, files.spool);
      });
      return result;
    } finally {
      for (const file of Object.values(own)) await rm(file, { force: true });
    }
  }

  /** The verdicts on a file, of which nothing is kept. */
  async tryOut(input: Readable, fileName: string, { hints, source = null }: Reception): Promise<CheckResult> {
    const stored = await receiveFile(input, this.files.incoming, this.config.uploadLimitBytes);
    try {
      return await this.checkFile(stored.path, { fileName, source, ...(hints ? { hints } : {}) });
    } finally {
      await rm(stored.path, { force: true });
    }
  }

  /** The same file read otherwise, beside what it already gave: another sheet of a workbook, another column. */
  async readAgain(batchId: number, hints: ReadingHints): Promise<Batch> {
    const { fileName, source, isDemo } = await this.batch(batchId);
    const { original } = this.files.of(batchId);
    if (!existsSync(original)) throw fileGone();
    const { batch } = await this.receive(createReadStream(original), fileName, { source, isDemo, hints });
    return batch;
  }

  /** Says how a file is to be read; it is then to be checked again. */
  async setHints(batchId: number, hints: ReadingHints): Promise<Batch> {
    const isTaken = await this.database.transaction((client) => writeHints(client, batchId, hints));
    const batch = await this.batch(batchId);
    if (!isTaken)
      throw new Problem(409, 'lecture-figee', importsFr.problems.notReadable(importsFr.states[batch.state]));
    return batch;
  }

  /**
   * Adds the observations of a checked batch, all or nothing, and asks for a rebuild. `hintsVersion` is the reading that was
   * approved: another one since then is not published. `isRule`: the next files of its source are read the same way.
   */
  async publish(
    batchId: number,
    {
      hintsVersion,
      isRule = true,
      ...control
    }: Control & { readonly hintsVersion?: number | undefined; readonly isRule?: boolean } = {},
  ): Promise<PublishReport> {
    const files = this.files.of(batchId);
    const batch = await this.batch(batchId);
    const approved = hintsVersion ?? batch.hintsVersion;
    if (batch.state === 'published') return { values: batch.valueCount ?? 0, isNew: false };
    if (batch.state === 'checked' && batch.hintsVersion === approved && !existsSync(files.spool))
      await this.check(batchId, control);
    const now = this.clock.now();
    const report = await this.database.transaction(async (client) => {
      const published = await publishBatch(
        client,
        { batchId, hintsVersion: approved, spool: files.spool, contents: files.contents, now },
        control,
      );
      if (published.isNew && isRule) await rememberMapping(client, (await findBatch(client, batchId))!, now);
      return published;
    });
    await rm(files.spool, { force: true });
    return report;
  }

  /** What publishing a checked batch, or withdrawing a published one, would change. Nothing is written. */
  async plan(batchId: number): Promise<ReplacementPlan> {
    const { id, state } = await this.batch(batchId);
    if (state !== 'checked' && state !== 'published')
      throw new Problem(409, 'plan-impossible', importsFr.problems.notPlannable(importsFr.states[state]));
    const { spool } = this.files.of(id);
    if (state === 'checked' && !existsSync(spool)) await this.check(id);
    const batch = await this.batch(id);
    return this.database.transaction((client) => planReplacement(client, { ...batch, spool }));
  }

  /** Takes a batch back: its values no longer count from the next rebuild on; nothing is deleted. */
  async withdraw(batchId: number): Promise<Batch> {
    await this.database.transaction(async (client) => {
      const { rowCount } = await client.query(
        `update import_batch set state = 'withdrawn', withdrawn_at = $2 where id = $1 and state in ('draft', 'checked', 'published')`,
        [batchId, this.clock.now()],
      );
      if (rowCount !== 1) {
        const batch = await findBatch(client, batchId);
        if (!batch) throw unknownImport();
        throw new Problem(
          409,
          'annulation-impossible',
          importsFr.problems.notWithdrawable(importsFr.states[batch.state]),
        );
      }
      await enqueueJob(client, 'rebuild', `batch:${batchId}:withdrawn`);
    });
    const batch = await this.batch(batchId);
    // never checked: nobody knows what it holds
    if (batch.checkedAt === null) await this.files.removeContent(batchId);
    await rm(this.files.of(batchId).spool, { force: true });
    return batch;
  }

  /** Checks a file where it stands, as an import of its source would be; writes nothing to the database. */
  async checkFile(
    file: string,
    { source = null, ...control }: Control & Pick<CheckOptions, 'hints' | 'fileName'> & Pick<Reception, 'source'> = {},
  ): Promise<CheckResult> {
    return checkInPlace(file, await loadReferential(this.database), {
      today: this.clock.now(),
      published: (contents) => listNeighbourValues(this.database, contents),
      learnt: source !== null && !control.hints ? await listMappings(this.database, source) : [],
      ...control,
    });
  }

  async batch(batchId: number): Promise<Batch> {
    const batch = await findBatch(this.database, batchId);
    if (!batch) throw unknownImport();
    return batch;
  }
}

/** What a client's key stands for: the bytes, and what is said beside them. */
function requestOf(key: string | null, content: { hash: string; source: string | null; hints: ReadingHints | null }) {
  return key === null ? null : { key, contentHash: createHash('sha256').update(storedJson(content)).digest('hex') };
}
