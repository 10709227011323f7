import { benjaminiHochberg, type Evaluation } from '@sillage/indicators';

/** p of each outcome of a project, adjusted for their number (Benjamini and Hochberg 1995); null for what has no p. */
export function adjustedOver(evaluations: ReadonlyMap<number, Evaluation>): Map<number, number | null> {
  const adjusted = new Map<number, number | null>();
  const known: { indicatorId: number; p: number }[] = [];
  for (const [indicatorId, { result }] of evaluations) {
    adjusted.set(indicatorId, null);
    if (result.status === 'ok' && result.p !== null) known.push({ indicatorId, p: result.p });
  }
  benjaminiHochberg(known.map(({ p }) => p)).forEach((p, index) => {
    adjusted.set(known[index]?.indicatorId ?? 0, p);
  });
  return adjusted;
}
