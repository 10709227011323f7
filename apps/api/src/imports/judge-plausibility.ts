import { plausibilityOf, type TerritoryCode } from '@sillage/indicators';
import type { CheckOptions, Referential } from './check-options';
import type { Pass } from './read-at-vintage';

/** Looks at the values of a file together, and beside those that are published where there is a database. */
export async function judgePlausibility(
  { ledger, log }: Pass,
  { indicators }: Referential,
  { published, hints }: CheckOptions,
): Promise<void> {
  const { sampled, reader, contents } = ledger;
  const { layout } = reader;
  const findings = plausibilityOf(sampled, {
    indicators: indicators.indicators,
    territories: territoriesOf(reader.territories.codesSeen()),
    statedLevels: reader.territories.statedLevels,
    mayHoldShares: reader.context.habits.factor === 1 && !reader.context.habits.hasPercentSign,
    headers: layout.headers,
    territoryHeader: layout.headers[layout.territory] ?? null,
    periodHeader: layout.headers[layout.roles.period ?? -1] ?? null,
    valueHeader: layout.headers[layout.values[0]?.index ?? -1] ?? null,
    published: published ? await published(contents) : [],
    accepted: hints?.accepted ?? [],
  });
  for (const finding of findings) log.report(finding);
}

function* territoriesOf(groups: Iterable<readonly TerritoryCode[]>): Generator<TerritoryCode> {
  for (const group of groups) yield* group;
}
