import { clusterIndices } from './cluster-indices';
import type { Panel } from './panel';
import { type StratifiedInference, stratifiedInference } from './stratified-inference';

/** Mean of one value per unit among treated units minus the same among the others. */
export interface GroupGap extends StratifiedInference {
  readonly gap: number;
}

/**
 * Compares the two groups of a panel on any value per unit. With few treated clusters their own spread is unknowable: they are
 * given that of the untreated. From ten on, each group has its own (Welch).
 */
export function groupGaps(panel: Panel, areTreatedFew: boolean): (values: Float64Array) => GroupGap {
  const { treatedFrom } = panel;
  const unitCount = treatedFrom.length;
  const group = Uint8Array.from(treatedFrom, (from) => (from === null ? 0 : 1));
  const { clusterOf, clusterCount } = clusterIndices(unitCount, panel.clusters);
  const shares = new Float64Array(unitCount);
  const totals = [0, 0];
  for (let unit = 0; unit < unitCount; unit++) totals[group[unit]!]! += panel.weights ? panel.weights[unit]! : 1;
  const sizes = new Float64Array(clusterCount);
  const strata = new Int32Array(clusterCount).fill(-1);
  for (let unit = 0; unit < unitCount; unit++) {
    const cluster = clusterOf[unit]!;
    const own = group[unit]!;
    shares[unit] = (panel.weights ? panel.weights[unit]! : 1) / totals[own]!;
    sizes[cluster]! += shares[unit]!;
    strata[cluster] = strata[cluster] === -1 || strata[cluster] === own ? own : 2;
  }
  const concentration = [0, 0, 0];
  for (let cluster = 0; cluster < clusterCount; cluster++) concentration[strata[cluster]!]! += sizes[cluster]! ** 2;
  const inflation = Math.sqrt(1 + concentration[1]! / concentration[0]!);
  const untreatedStrata = strata.filter((stratum) => stratum === 0);

  return (values) => {
    const means = [0, 0];
    for (let unit = 0; unit < unitCount; unit++) means[group[unit]!]! += shares[unit]! * values[unit]!;
    const influences = new Float64Array(clusterCount);
    for (let unit = 0; unit < unitCount; unit++) {
      const own = group[unit]!;
      const influence = shares[unit]! * (values[unit]! - means[own]!);
      influences[clusterOf[unit]!]! += own ? influence : -influence;
    }
    const gap = means[1]! - means[0]!;
    if (!areTreatedFew) return { gap, ...stratifiedInference(influences, strata, 3) };
    const untreated = stratifiedInference(
      influences.filter((_, cluster) => strata[cluster] === 0),
      untreatedStrata,
      1,
    );
    return { ...untreated, gap, standardError: untreated.standardError * inflation };
  };
}
