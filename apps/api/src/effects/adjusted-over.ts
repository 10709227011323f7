import { benjaminiHochberg, type Evaluation } from '@sillage/indicators';

/**
 * p of each outcome of a project, adjusted for their number (Benjamini and Hochberg 1995); null for what has no p. Those that the
 * project once had are counted with the last p that was found: dropping an outcome does not make another one rarer.
 */
export function adjustedOver(
  evaluations: ReadonlyMap<number, Evaluation>,
  former: ReadonlyMap<number, number> = new Map(),
): Map<number, number | null> {
  const adjusted = new Map<number, number | null>();
  const known: { indicatorId: number; p: number }[] = [];
  for (const [indicatorId, { result }] of evaluations) {
    adjusted.set(indicatorId, null);
    if (result.status === 'ok' && result.p !== null) known.push({ indicatorId, p: result.p });
  }
  const dropped = [...former].filter(([indicatorId]) => !evaluations.has(indicatorId)).map(([, p]) => p);
  const all = benjaminiHochberg([...known.map(({ p }) => p), ...dropped]);
  known.forEach(({ indicatorId }, index) => {
    adjusted.set(indicatorId, all[index]!);
  });
  return adjusted;
}
