import { composeBatch } from './compose';
import type { Batch, BatchRun } from './imports.queries';

const batch = (state: Batch['state']): Batch =>
  ({
    id: 1,
    state,
    fileName: 'a.csv',
    fileHash: '',
    fileSize: 0,
    source: null,
    isDemo: false,
    createdAt: new Date(0),
    checkedAt: null,
    publishedAt: null,
    withdrawnAt: null,
    publication: null,
  }) as unknown as Batch;

describe('whether an import is left waiting for nothing', () => {
  it.each([
    ['its check failed', 'draft', 'import-check', 'failed', true],
    ['its check was set aside', 'draft', 'import-check', 'set-aside', true],
    ['its check waits for another attempt', 'draft', 'import-check', 'queued', false],
    ['its publication failed', 'checked', 'import-publish', 'failed', true],
    ['it was checked anew after a failure', 'checked', 'import-check', 'failed', false],
    ['it was published after a failure', 'published', 'import-publish', 'failed', false],
  ] as const)('%s', (_name, state, jobId, runState, hasFailed) => {
    const run = { id: '1', jobId, state: runState, progress: null } as unknown as BatchRun;
    expect(composeBatch(batch(state), run, 'fr').hasFailed).toBe(hasFailed);
  });
});
