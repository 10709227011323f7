import type { EffectEstimate, Evaluation } from '@sillage/indicators';

/** Nothing lost, nothing doubtful: a test changes what it is about. */
export const anEffect = (change: Partial<EffectEstimate> = {}): EffectEstimate => ({
  status: 'ok',
  method: 'sdid',
  estimate: -4,
  standardError: 1.5,
  interval: { low: -7, high: -1 },
  interval80: { low: -6, high: -2 },
  p: 0.02,
  pFloor: 0.02,
  inference: 'placebo-in-space',
  donorCount: 49,
  treatedCount: 1,
  periodsBefore: 8,
  periodsAfter: 3,
  donors: [],
  periodWeights: [],
  prefit: { rmse: 0.5, relative: 0.02 },
  path: [],
  solverGap: 0,
  warnings: [],
  ...change,
});

export const anEvaluation = (change: Partial<Evaluation> = {}): Evaluation => ({
  conclusion: 'favourable',
  certainty: 'very-likely',
  result: anEffect(),
  crossChecks: [],
  evidence: { level: 3, losses: [] },
  checks: [],
  smallestVisibleEffect: 1.8,
  methodVersion: '1',
  seed: 1,
  ...change,
});
