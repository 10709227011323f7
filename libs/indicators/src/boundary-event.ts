/** One link between two perimeters, by their identifiers: the part of the earlier one that went to the later one. */
export interface PerimeterLink {
  readonly from: number;
  readonly to: number;
  readonly date: string;
  readonly share: number;
}

/** The perimeters that ended together and those that took their ground: what the ones counted, the others count. */
export interface BoundaryEvent {
  readonly date: string;
  readonly sources: readonly number[];
  readonly targets: readonly number[];
  readonly links: readonly PerimeterLink[];
}

/** The links joined into events, the oldest first. A perimeter begins in one event at most and ends in one at most. */
export function boundaryEvents(links: readonly PerimeterLink[]): BoundaryEvent[] {
  const bySource = new Map<number, PerimeterLink[]>();
  const byTarget = new Map<number, PerimeterLink[]>();
  for (const link of links) {
    bySource.set(link.from, [...(bySource.get(link.from) ?? []), link]);
    byTarget.set(link.to, [...(byTarget.get(link.to) ?? []), link]);
  }
  const seen = new Set<PerimeterLink>();
  const events: BoundaryEvent[] = [];
  for (const first of links) {
    if (seen.has(first)) continue;
    const group: PerimeterLink[] = [];
    const waiting = [first];
    for (let link = waiting.pop(); link; link = waiting.pop()) {
      if (seen.has(link)) continue;
      seen.add(link);
      group.push(link);
      waiting.push(...(bySource.get(link.from) ?? []), ...(byTarget.get(link.to) ?? []));
    }
    events.push({
      date: first.date,
      sources: [...new Set(group.map(({ from }) => from))].sort((a, b) => a - b),
      targets: [...new Set(group.map(({ to }) => to))].sort((a, b) => a - b),
      links: group,
    });
  }
  return events.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
