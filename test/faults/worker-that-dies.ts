// Stands for a thread that the system kills, at the first commune of the grid only.
import estimate, { type EstimateTask } from '../../apps/api/src/effects/estimate.worker';

export default function estimateOrDie(task: EstimateTask) {
  if ('units' in task.panel && task.panel.units[0] === '47020') process.exit(9);
  return estimate(task);
}
