import { isSuppressed, type Measure, periodOfCode, periodsPerYear } from '@sillage/indicators';
import type { Queryable } from '../database/database';
import { type ObservationRow, ownMeasures } from './own-measures';
import type { PublishedState } from './published-state';
import type { IndicatorRule } from './rebuild-inputs';
import { growthStartOf, readStateRules } from './state-rules';

export interface DatumFilter {
  readonly territoryId: number;
  readonly indicatorId: number;
  readonly period: number;
  readonly limit: number;
}

/** A line of a file that made a figure. */
export interface LineRow {
  readonly territoryId: number;
  readonly territoryName: string;
  readonly indicatorId: number;
  readonly period: number;
  readonly measure: Measure;
  readonly batchId: number;
  readonly fileName: string;
  readonly line: number;
  readonly column: number | null;
  readonly importedAt: Date;
}

interface Source {
  readonly rule: IndicatorRule;
  readonly period: number;
}

interface LineRecord extends ObservationRow, Omit<LineRow, 'measure'> {
  readonly decides: boolean;
}

/**
 * Grain: one row per line that made a figure, the first ones, and how many there are. From the territory down to its
 * parts: a territory that has a figure of its own stands for its parts, as in the rebuild.
 */
export async function listLines(
  db: Queryable,
  state: PublishedState,
  { territoryId, indicatorId, period, limit }: DatumFilter,
): Promise<{ lines: LineRow[]; lineCount: number }> {
  const rules = await readStateRules(db, state);
  const rule = rules.find(({ id }) => id === indicatorId);
  if (!rule) return { lines: [], lineCount: 0 };
  const records: LineRecord[] = [];
  /** Whose own figure is enough: what it could be computed from had no say. */
  const figured = new Set<number>();
  for (const source of sourcesOf(rule, rules, period)) {
    let places = [territoryId];
    while (places.length > 0) {
      const found = usedOf(await listOwnLines(db, state, source, places), source);
      records.push(...found);
      const settled = new Set(found.filter(({ decides }) => decides).map((row) => row.territoryId));
      if (source.rule.id === indicatorId) for (const place of settled) figured.add(place);
      const open = places.filter((place) => !settled.has(place));
      places = (await listPartsBelow(db, open)).filter((place) => !figured.has(place));
    }
    if (figured.has(territoryId)) break;
  }
  const used = records.filter(({ decides }) => decides);
  return toLines(rules, used.length > 0 ? used : records, { indicatorId, period, limit });
}

/** Of each territory, the lines that its figure rests on: those of the very period, or else of the shorter ones. */
function usedOf(records: readonly LineRecord[], { rule, period }: Source): LineRecord[] {
  const byTerritory = new Map<number, LineRecord[]>();
  for (const row of records) byTerritory.set(row.territoryId, [...(byTerritory.get(row.territoryId) ?? []), row]);
  return [...byTerritory.values()].flatMap((rows) => {
    const exact = rows.filter((row) => row.period === period);
    if (exact.some(({ decides }) => decides)) return exact;
    for (const kind of ['month', 'quarter', 'half'] as const) {
      const known = rows.filter((row) => row.absence === null && periodOfCode(row.period).kind === kind);
      const last = known.filter((row) => periodOfCode(row.period).index === periodsPerYear(kind));
      if (rule.temporal === 'last' ? last.length > 0 : known.length === periodsPerYear(kind))
        return rule.temporal === 'last' ? last : known;
    }
    // An incomplete year is no figure: the parts are asked.
    return rows.map((row) => ({ ...row, decides: false }));
  });
}

/** The indicator itself and the components behind it, with the period at which they count. */
function sourcesOf(rule: IndicatorRule, rules: readonly IndicatorRule[], period: number): Source[] {
  const sources: Source[] = [{ rule, period }];
  const add = (code: string | null, at: number) => {
    const component = rules.find((candidate) => candidate.code === code);
    if (component) sources.push(...sourcesOf(component, rules, at));
  };
  add(rule.numerator, period);
  add(rule.denominator, rule.form === 'growth' ? growthStartOf(period) : period);
  add(rule.weight, period);
  return sources;
}

/** A year may come from its months, quarters or half-years. */
function withShorter(rule: IndicatorRule, period: number): number[] {
  const { kind, year } = periodOfCode(period);
  const isMade = rule.temporal === 'last' || (rule.temporal !== 'none' && rule.form !== 'published');
  if (kind !== 'year' || !isMade) return [period];
  const kinds = [
    ['half', 100],
    ['quarter', 200],
    ['month', 300],
  ] as const;
  return [
    period,
    ...kinds.flatMap(([name, offset]) =>
      Array.from({ length: periodsPerYear(name) }, (_, index) => year * 1000 + offset + index + 1),
    ),
  ];
}

function toLines(
  rules: readonly IndicatorRule[],
  records: readonly LineRecord[],
  { indicatorId, period, limit }: Omit<DatumFilter, 'territoryId'>,
): { lines: LineRow[]; lineCount: number } {
  const unique = new Map(records.map((row) => [`${row.territoryId}/${row.indicatorId}/${row.period}`, row]));
  const first = [...unique.values()].slice(0, limit);
  const places = new Set(first.map(({ territoryId }) => territoryId));
  const behind = [...unique.values()].filter(({ territoryId }) => places.has(territoryId));
  // A part whose own figure is hidden hides all that this figure could be computed from.
  const hidden = new Map(
    ownMeasures(rules, behind)
      .filter((row) => row.indicatorId === indicatorId && row.period === period && isSuppressed(row.measure))
      .map(({ territoryId, measure }) => [territoryId, measure]),
  );
  const lines = first.map((record) => ({
    territoryId: record.territoryId,
    territoryName: record.territoryName,
    indicatorId: record.indicatorId,
    period: record.period,
    measure: hidden.get(record.territoryId) ?? measureOf(rules, record),
    batchId: record.batchId,
    fileName: record.fileName,
    line: record.line,
    column: record.column,
    importedAt: record.importedAt,
  }));
  return { lines, lineCount: unique.size };
}

/** What the line says by itself, hidden where it must be. */
const measureOf = (rules: readonly IndicatorRule[], record: LineRecord): Measure =>
  ownMeasures(
    rules.filter(({ id }) => id === record.indicatorId),
    [record],
  ).find((row) => row.period === record.period)?.measure ?? { absence: 'not-available' };

/** Grain: one row per territory and period: the newest line of an indicator. */
async function listOwnLines(
  db: Queryable,
  state: PublishedState,
  { rule, period }: Source,
  territoryIds: readonly number[],
): Promise<LineRecord[]> {
  const { rows } = await db.query<LineRecord>(
    `with latest as (
       select distinct on (territory_id, period) territory_id, indicator_id, period, value, numerator, denominator,
         absence, status, batch_id, line, column_number
       from observation
       where territory_id = any($2) and indicator_id = $3 and period = any($4) and batch_id = any($1)
       order by territory_id, period, array_position($1::integer[], batch_id) desc
     )
     select latest.territory_id as "territoryId", territory.name as "territoryName", territory.population,
       latest.indicator_id as "indicatorId", latest.period, latest.value, latest.numerator, latest.denominator,
       latest.absence, latest.status, latest.batch_id as "batchId", latest.line,
       nullif(latest.column_number, 0) as "column", batch.file_name as "fileName", batch.created_at as "importedAt",
       false as "hasParts", latest.absence is null or latest.absence <= 3 as decides
     from latest
     join territory on territory.id = latest.territory_id
     join import_batch batch on batch.id = latest.batch_id
     order by territory.code, latest.territory_id, latest.period`,
    [state.batchIds, territoryIds, rule.id, withShorter(rule, period)],
  );
  return rows;
}

/** Grain: one row per part, of territories and of former perimeters. */
async function listPartsBelow(db: Queryable, territoryIds: readonly number[]): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select child_id as id from territory_link where parent_id = any($1)
     union
     select from_id from boundary_change where to_id = any($1)
     order by id`,
    [territoryIds],
  );
  return rows.map(({ id }) => id);
}
