import type { SensitivityEstimate } from './effect';
import type { Panel } from './panel';
import { fitDesigned, type SyntheticControlDesign } from './synthetic-control-fit';

/** A donor with less than this moves nothing when it leaves. */
const leastWeight = 0.01;

/** The estimate again without each of the donors that carry it, heaviest first. */
export function leaveOneDonorOut(
  panel: Panel,
  design: SyntheticControlDesign,
  weights: Float64Array,
): SensitivityEstimate[] {
  if (design.donors.length < 2) return [];
  return [...weights.keys()]
    .filter((donor) => weights[donor]! >= leastWeight)
    .sort((a, b) => weights[b]! - weights[a]! || a - b)
    .map((donor) => ({
      kind: 'without-donor',
      unit: panel.units[design.donors[donor]!]!,
      estimate: fitDesigned(design, donor).effect,
    }));
}
