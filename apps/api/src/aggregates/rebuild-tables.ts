import { absenceCode } from '@sillage/indicators';
import type { Queryable } from '../database/database';
import type { RebuildInputs } from './rebuild-inputs';
import type { Atoms } from './territory-atoms';

/** Numbers under which SQL knows the forms of `AggregationRule` and the origins of `BaseRow`. */
const formCodes = { published: 0, sum: 1, ratio: 2, mean: 3, growth: 4 } as const;
export const originCodes = { published: 0, parts: 1, components: 2, periods: 3 } as const;
const temporalCodes = { none: 0, sum: 1, last: 2, average: 3 } as const;

export const insufficientCoverage = absenceCode('insufficient-coverage');
export const notApplicable = absenceCode('not-applicable');
export const suppressedPrimary = absenceCode('suppressed-primary');
export const estimated = 2;
/** The codes of secrecy come first in `absenceReasons`. */
export const isSecretSql = (absence: string): string => `${absence} <= 3`;

/** The rules, as rows that statements join. */
export async function writeRules(db: Queryable, { rules }: RebuildInputs): Promise<void> {
  await db.query(`
    create temp table rule (
      indicator_id smallint primary key, form smallint not null, phase smallint not null, temporal smallint not null,
      scale float8 not null, numerator_id smallint, denominator_id smallint, weight_id smallint, is_share boolean not null,
      coverage_threshold float8 not null, value_threshold float8, numerator_threshold float8,
      denominator_threshold float8, complement_threshold float8,
      -- of a sum: what must not be a small count, and the coverage with its slack
      count_threshold float8, least_coverage float8
    ) on commit drop`);
  const ids = new Map(rules.map(({ code, id }) => [code, id]));
  const idOf = (code: string | null) => (code === null ? null : (ids.get(code) ?? null));
  await db.query(
    `insert into rule
     select indicator_id, form, phase, temporal, scale, numerator_id, denominator_id, weight_id, is_share,
       coverage_threshold, value_threshold, numerator_threshold, denominator_threshold, complement_threshold,
       coalesce(numerator_threshold, value_threshold), coverage_threshold - 1e-9
     from jsonb_to_recordset($1::jsonb) as given (
       indicator_id smallint, form smallint, phase smallint, temporal smallint, scale float8, numerator_id smallint,
       denominator_id smallint, weight_id smallint, is_share boolean, coverage_threshold float8, value_threshold float8,
       numerator_threshold float8, denominator_threshold float8, complement_threshold float8)`,
    [
      JSON.stringify(
        rules.map((rule) => ({
          indicator_id: rule.id,
          form: formCodes[rule.form],
          phase: rule.phase,
          temporal: temporalCodes[rule.temporal],
          scale: rule.scale,
          numerator_id: idOf(rule.numerator),
          denominator_id: idOf(rule.denominator),
          weight_id: idOf(rule.weight),
          is_share: rule.isShareOfTotal,
          coverage_threshold: rule.coverageThreshold,
          value_threshold: rule.valueThreshold,
          numerator_threshold: rule.numeratorThreshold,
          denominator_threshold: rule.denominatorThreshold,
          complement_threshold: rule.complementThreshold,
        })),
      ),
    ],
  );
  await db.query('analyze rule');
}

/** What is known of territories by themselves: rows that need care (`base`) and rows of territories with parts (`own`). */
export async function createRowTables(db: Queryable): Promise<void> {
  for (const name of ['base', 'own']) {
    await db.query(`
      create temp table ${name} (
        value float8, numerator float8, denominator float8, territory_id integer not null, period integer not null,
        batch_id integer, line integer, indicator_id smallint not null, absence smallint, status smallint not null,
        origin smallint not null, is_mixed boolean not null default false
      ) on commit drop`);
  }
}

const column = <Row>(rows: readonly Row[], value: (row: Row) => unknown): unknown[] => rows.map(value);

/** The tree as statements use it. Nodes are atoms and territories with parts; k = node × 2³⁷ + indicator × 2²² + period. */
export async function writeAtoms(db: Queryable, { leaves, parts, wholes }: Atoms): Promise<void> {
  await db.query(`
    create temp table leaf (id integer primary key, atom integer not null, weight float8 not null) on commit drop;
    create temp table part (
      child integer not null, is_ground boolean not null, whole integer not null, partition smallint not null,
      share float8 not null, rank smallint not null, factor float8 not null, expected_count integer not null,
      is_cut_several_ways boolean not null
    ) on commit drop;
    create temp table whole (
      id integer primary key, is_ground boolean not null, rank smallint not null, weight float8 not null,
      count integer not null, part_count integer not null
    ) on commit drop`);
  await db.query(
    'insert into leaf select id, atom, weight from unnest($1::int[], $2::int[], $3::float8[]) as given (id, atom, weight)',
    [column(leaves, ({ id }) => id), column(leaves, ({ atom }) => atom), column(leaves, ({ weight }) => weight)],
  );
  await db.query(
    `insert into part
     select child, is_ground, whole, partition, share, rank, factor, expected_count, is_cut_several_ways
     from unnest($1::int[], $2::boolean[], $3::int[], $4::smallint[], $5::float8[], $6::smallint[], $7::float8[],
       $8::int[], $9::boolean[])
       as given (child, is_ground, whole, partition, share, rank, factor, expected_count, is_cut_several_ways)`,
    [
      column(parts, ({ child }) => child),
      column(parts, ({ isGround }) => isGround),
      column(parts, ({ whole }) => whole),
      column(parts, ({ partition }) => partition),
      column(parts, ({ share }) => share),
      column(parts, ({ rank }) => rank),
      column(parts, ({ factor }) => factor),
      column(parts, ({ expectedCount }) => expectedCount),
      column(parts, ({ isCutSeveralWays }) => isCutSeveralWays),
    ],
  );
  await db.query(
    `insert into whole
     select id, is_ground, rank, weight, count, part_count
     from unnest($1::int[], $2::boolean[], $3::smallint[], $4::float8[], $5::int[], $6::int[])
       as given (id, is_ground, rank, weight, count, part_count)`,
    [
      column(wholes, ({ id }) => id),
      column(wholes, ({ isGround }) => isGround),
      column(wholes, ({ rank }) => rank),
      column(wholes, ({ weight }) => weight),
      column(wholes, ({ count }) => count),
      column(wholes, ({ partCount }) => partCount),
    ],
  );
  await db.query('analyze leaf; analyze part; analyze whole');
}
