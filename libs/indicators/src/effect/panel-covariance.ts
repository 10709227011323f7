import { neweyWest } from './newey-west';
import type { LinearFit } from './ordinary-least-squares';
import { sandwich } from './sandwich';

/** Newey-West within the units of a panel whose rows go unit by unit; (n−1)/(n−k) · T/(T−1), as fixest does. */
export function panelNeweyWest(
  columns: readonly Float64Array[],
  fit: LinearFit,
  { lag, periodCount }: { readonly lag: number; readonly periodCount: number },
): Float64Array {
  const rows = fit.residuals.length;
  const factor = ((rows - 1) / (rows - columns.length)) * (periodCount / (periodCount - 1));
  return neweyWest(columns, fit, { lag, periodCount }).map((value) => value * factor);
}

/** Errors clustered by blocks of consecutive rows; (n−1)/(n−k) · G/(G−1). */
export function clusterRobust(
  columns: readonly Float64Array[],
  fit: LinearFit,
  { rowsPerCluster }: { readonly rowsPerCluster: number },
): Float64Array {
  const size = columns.length;
  const rows = fit.residuals.length;
  const meat = new Float64Array(size * size);
  const score = new Float64Array(size);
  for (let start = 0; start < rows; start += rowsPerCluster) {
    score.fill(0);
    for (let row = start; row < Math.min(rows, start + rowsPerCluster); row++)
      for (let column = 0; column < size; column++) score[column]! += columns[column]![row]! * fit.residuals[row]!;
    for (let left = 0; left < size; left++)
      for (let right = 0; right < size; right++) meat[left * size + right]! += score[left]! * score[right]!;
  }
  const clusters = Math.ceil(rows / rowsPerCluster);
  return sandwich(fit.bread, meat, ((rows - 1) / (rows - size)) * (clusters / (clusters - 1)));
}
