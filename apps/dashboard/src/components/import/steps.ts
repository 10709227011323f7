import type { FindingGroup, ImportBatch } from '../../api/imports';

export const lastStep = 5;

/** What the automatic reading leaves to say: nothing, points to look at, or something that only a person can tell. */
export type Doubt = 'none' | 'look' | 'changed' | 'nothing' | 'unsettled' | 'unread';

/** Remarks on how the file was read, not on its rows. */
export function readingRemarks({ findings, reading }: ImportBatch): FindingGroup[] {
  if (reading === null || reading.vintage === null) return findings;
  const { headerLine } = reading;
  return findings.filter(({ line }) => line === null || line <= headerLine);
}

export function doubtOf(batch: ImportBatch): Doubt {
  const { reading, counts, findings } = batch;
  if (reading === null) return 'unread';
  if (reading.vintage === null) return 'unsettled';
  if (findings.some(({ code }) => code === 'NIVEAU_AMBIGU')) return 'unsettled';
  if (findings.some(({ code }) => code === 'ENTETES_CHANGES')) return 'changed';
  if (counts && counts.kept === 0 && batch.state === 'rejected') return 'nothing';
  return readingRemarks(batch).some(({ severity }) => severity !== 'information') ? 'look' : 'none';
}

export const isOver = ({ state }: ImportBatch): boolean => state === 'published' || state === 'withdrawn';

/** Whether a step can be shown: one does not check what is not read, nor publish what must be mended. */
export function isReachable(batch: ImportBatch, step: number): boolean {
  if (![3, 4, lastStep].includes(step)) return false;
  if (step === 3 || isOver(batch)) return true;
  const doubt = doubtOf(batch);
  if (doubt === 'unread' || doubt === 'unsettled') return false;
  return step === 4 || batch.state === 'checked';
}

/** The step to show: the one that the address asks for, or the furthest that is of use. */
export function stepOf(batch: ImportBatch, asked: number): number {
  if (batch.state === 'draft') return asked === 4 ? 4 : 3;
  if (isReachable(batch, asked)) return asked;
  if (isOver(batch)) return lastStep;
  return isReachable(batch, 4) ? 4 : 3;
}

/** After the reading is agreed: what was noticed is read first; nothing noticed, nothing to check. */
export const stepAfterMapping = (batch: ImportBatch): number =>
  batch.state === 'checked' && batch.findings.every(({ severity }) => severity === 'information') ? lastStep : 4;
