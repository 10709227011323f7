import { aFinding, atLevel, type Finding, fittingLevels, type TerritoryLevel, vintageDate } from '@sillage/indicators';
import type { CheckOptions, Referential } from './check-options';
import { type Pass, readAtItsVintage } from './read-at-vintage';
import type { RowSource } from './read-rows';

/**
 * Reads a file at the level that its codes say. Where the first rows fit several, all rows are read at each: the level that
 * knows most codes is taken, and when there is none a person is asked.
 */
export async function readAtItsLevel(
  source: RowSource,
  referential: Referential,
  findings: readonly Finding[],
  options: CheckOptions,
): Promise<Pass> {
  const { layout, sample } = source;
  const vintage = source.hints.vintage ?? options.today.getUTCFullYear();
  const context = { levels: layout.levels, vintage: vintageDate(vintage) };
  const { all } = fittingLevels(layout, sample.rows, referential.territories, context);
  if (all.length < 2) return readAtItsVintage(source, referential, findings, options);
  const tries: { level: TerritoryLevel; kept: number; strangers: number }[] = [];
  const { findingsFile: _report, ...silent } = options;
  for (const level of all) {
    const { ledger, log } = await readAtItsVintage(at(level, source), referential, [], silent);
    await log.close();
    const strangers = log.groups.find(({ code }) => code === 'TERRITOIRE_INCONNU')?.count ?? 0;
    tries.push({ level, kept: ledger.kept, strangers });
  }
  const fewest = Math.min(...tries.map(({ strangers }) => strangers));
  const best = tries.filter(({ strangers }) => strangers === fewest);
  if (best.length === 1) return readAtItsVintage(at(best[0]!.level, source), referential, findings, options);
  const kept = Object.fromEntries(tries.map((one) => [one.level, one.kept]));
  const column = layout.shape === 'transposed' ? null : (layout.headers[layout.territory] ?? null);
  const question = aFinding('NIVEAU_AMBIGU', layout.headerLine, column, null, kept);
  return readAtItsVintage(source, referential, [...findings, question], options);
}

const at = (level: TerritoryLevel, source: RowSource): RowSource => ({
  ...source,
  layout: atLevel(source.layout, level),
});
