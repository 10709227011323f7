import {
  type ColumnUse,
  describeFinding,
  importsText,
  type Locale,
  periodOfCode,
  periodText,
} from '@sillage/indicators';
import type { z } from 'zod';
import { paceOf } from '../jobs/job';
import type { FindingGroup } from './finding-log';
import type { BatchDto } from './imports.dto';
import type { Batch, BatchRun } from './imports.queries';

type BatchAnswer = z.output<typeof BatchDto.schema>;

const gravity = { error: 0, warning: 1, information: 2 };

/** What a person reads of an import. */
export function composeBatch(batch: Batch, run: BatchRun | undefined, language: Locale): BatchAnswer {
  const { readCount, keptCount, ignoredCount, rejectedCount, valueCount, reading } = batch;
  const findings = [...(batch.summary ?? [])].sort(
    (a, b) => gravity[a.severity] - gravity[b.severity] || a.code.localeCompare(b.code),
  );
  return {
    id: batch.id,
    state: batch.state,
    stateLabel: importsText(language).states[batch.state],
    fileName: batch.fileName,
    fileHash: batch.fileHash,
    fileSize: batch.fileSize,
    source: batch.source,
    isDemo: batch.isDemo,
    createdAt: batch.createdAt.toISOString(),
    checkedAt: batch.checkedAt?.toISOString() ?? null,
    publishedAt: batch.publishedAt?.toISOString() ?? null,
    withdrawnAt: batch.withdrawnAt?.toISOString() ?? null,
    publication: batch.publication,
    isConfirmed: batch.hints !== null,
    counts:
      readCount === null
        ? null
        : {
            read: readCount,
            kept: keptCount ?? 0,
            ignored: ignoredCount ?? 0,
            rejected: rejectedCount ?? 0,
            values: valueCount ?? 0,
          },
    reading: reading && {
      ...reading,
      sheets: reading.sheets.map(({ name, isHidden, rowCount }) => ({ name, isHidden, rowCount })),
      headers: [...reading.headers],
      columns: reading.columns.map(({ header, use }) => ({ header, use: composeUse(use) })),
      values: reading.values.map(({ period, ...value }) => ({
        ...value,
        period: period === null ? null : periodText(periodOfCode(period)),
      })),
    },
    findings: findings.map(({ count, ...finding }) => {
      const { code, severity, line, column, title, message } = describeFinding(finding, language);
      return { code, severity, count, line, column, title, message, answers: answersTo(finding) };
    }),
    progress: composeProgress(run),
    hasFailed: hasFailed(batch, run),
  };
}

/** One blocked finding of a code that its indicator blocks cannot pass, whatever is answered to the others. */
function answersTo({ code, severity, detail }: Omit<FindingGroup, 'count'>): ('accept' | 'multiply')[] {
  const answers: ('accept' | 'multiply')[] = severity === 'error' && detail?.['isAsked'] ? ['accept'] : [];
  return code === 'UNITE_PARTS' && detail?.['factor'] === 100 ? ['multiply', ...answers] : answers;
}

/** A run that ended well leaves its mark on the import; one that failed leaves it waiting for nothing. */
const hasFailed = ({ state }: Batch, run: BatchRun | undefined): boolean =>
  (run?.state === 'failed' || run?.state === 'set-aside') &&
  (state === 'draft' || (state === 'checked' && run.jobId === 'import-publish'));

const composeUse = (use: ColumnUse): NonNullable<BatchAnswer['reading']>['columns'][number]['use'] =>
  use.as === 'territory' ? { as: use.as, ...(use.levels ? { levels: [...use.levels] } : {}) } : use;

function composeProgress(run: BatchRun | undefined): BatchAnswer['progress'] {
  if (!run || !['queued', 'running'].includes(run.state)) return null;
  const progress = run.progress ?? { done: 0, total: 0, unit: 'bytes' as const, elapsedMs: 0 };
  const { done, total, unit } = progress;
  return { job: run.jobId, state: run.state, done, total, unit, ...paceOf(progress) };
}
