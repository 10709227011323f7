// The heaviest work that a sheet could ask for: every donor takes the project's place, whatever their number, by two methods.
import { estimateEffect } from '@sillage/indicators';
import estimate, { type EstimateTask } from '../../apps/api/src/effects/estimate.worker';

export default function permuteAll(task: EstimateTask) {
  if ('units' in task.panel) {
    for (const method of ['synthetic-control', 'sdid'] as const) estimateEffect(task.panel, method);
  }
  return estimate(task);
}
