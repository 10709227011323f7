import type { FindingGroup, ImportBatch } from '../../api/imports';

export const lastStep = 5;

/** What the automatic reading leaves to say: nothing, points to look at, or something that only a person can tell. */
export type Doubt = 'none' | 'look' | 'changed' | 'empty' | 'nothing' | 'unsettled' | 'unread';

/** Remarks on how the file was read, and on its rows where they are why none was. */
export function readingRemarks(batch: ImportBatch): FindingGroup[] {
  const { reading, findings } = batch;
  const told = findings.filter(({ severity }) => severity !== 'information');
  if (reading === null || reading.vintage === null) return told;
  const isOfReading = ({ line }: FindingGroup) => line === null || line <= reading.headerLine;
  return told.filter((group) => isOfReading(group) || (isNothingKept(batch) && group.severity === 'error'));
}

const isNothingKept = ({ counts, state }: ImportBatch): boolean => counts?.kept === 0 && state === 'rejected';

/** Whether the codes fit several levels, so that none was retained. */
export const isLevelAsked = ({ findings }: ImportBatch): boolean =>
  findings.some(({ code }) => code === 'NIVEAU_AMBIGU');

export function doubtOf(batch: ImportBatch): Doubt {
  const { reading, counts, findings } = batch;
  if (reading === null) return 'unread';
  if (reading.vintage === null) return 'unsettled';
  if (isLevelAsked(batch)) return 'unsettled';
  if (findings.some(({ code }) => code === 'ENTETES_CHANGES')) return 'changed';
  if (counts?.read === 0) return 'empty';
  if (isNothingKept(batch)) return 'nothing';
  return readingRemarks(batch).length > 0 ? 'look' : 'none';
}

export const isOver = ({ state }: ImportBatch): boolean => state === 'published' || state === 'withdrawn';

/** Whether a step can be shown: one does not check what is not read, nor publish what must be mended. */
export function isReachable(batch: ImportBatch, step: number): boolean {
  if (![3, 4, lastStep].includes(step)) return false;
  if (step === 3 || isOver(batch)) return true;
  const doubt = doubtOf(batch);
  if (doubt === 'unread' || doubt === 'unsettled' || doubt === 'empty') return false;
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
