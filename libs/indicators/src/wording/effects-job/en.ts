import { formatNumber } from '../format-number';
import type { effectsJobFr } from './fr';

const count = (value: number) => formatNumber(value, 0, 'en');

export const effectsJobEn: typeof effectsJobFr = {
  nothingYet: 'No figure is computed yet: effects will be estimated after the first rebuild.',
  estimated: (made) => `${count(made)} ${made === 1 ? 'effect' : 'effects'} estimated again.`,
  unchanged: (kept) =>
    kept === 1
      ? '1 estimate stays the same: nothing that it rests on has changed.'
      : `${count(kept)} estimates stay the same: nothing that they rest on has changed.`,
  failed: (project, outcome, reason) =>
    outcome === null ? `Project ${project}: ${reason}` : `Project ${project}, indicator ${outcome}: ${reason}`,
  someFailed: (failures) =>
    failures === 1
      ? 'One estimation failed; readers keep the previous one.'
      : `${count(failures)} estimations failed; readers keep the previous ones.`,
  tookTooLong: (seconds) => `the calculation did not end within ${count(seconds)} s.`,
  workerEnded: 'the calculation was interrupted.',
  unexpected: (message) => `unexpected error (${message}).`,
  unknownProject: (code) => `No project has the code “${code}”: the codes are those of /api/v1/projects.`,
  unknownEvaluation: (id) => `No estimate has the number “${id}”.`,
  whereEvaluations: 'The numbers are those given by /api/v1/projects/{code}/evaluations.',
};
