import { growthYears } from '@sillage/indicators';
import type { Queryable } from '../database/database';
import { settledTable } from './rebuild-sums';
import { insufficientCoverage, isSecretSql, notApplicable, originCodes, suppressedPrimary } from './rebuild-tables';

/** `deriveValue` in the library: null stands for "has no answer". */
export const derivedSql = (numerator: string, denominator: string): string => `case form
  when 1 then ${numerator}
  when 2 then scale * ${numerator} / nullif(${denominator}, 0)
  when 3 then ${numerator} / nullif(${denominator}, 0)
  when 4 then case when ${denominator} > 0 and ${numerator} >= 0 then
    100 * (power(${numerator} / ${denominator}, ${1 / growthYears}) - 1) end end`;

/** `isCovered` in the library. */
export const coveredSql = (available: string, expected: string): string =>
  `(${available} > 0 and ${available} >= ${expected} * least_coverage)`;

const isSmall = (count: string, threshold: string): string => `(${count} > 0 and ${count} < ${threshold})`;

/** `isSuppressedPrimary` in the library. Null thresholds compare to null: nothing is hidden. */
const hiddenSql = (value: string, numerator: string, denominator: string): string =>
  `coalesce(${isSmall(value, 'value_threshold')}, false) or (${denominator} is distinct from 0 and (
    coalesce(${isSmall(denominator, 'denominator_threshold')}, false)
    or coalesce(${isSmall(numerator, 'numerator_threshold')}, false)
    or coalesce(${isSmall(`${denominator} - ${numerator}`, 'complement_threshold')}, false)))`;

/** A published value, or a producer's secrecy, stands against any sum of parts. */
export const decidesSql = (row: string): string => `(${row}.absence is null or ${isSecretSql(`${row}.absence`)})`;

const columns = `version, value, numerator, denominator, available_weight, expected_weight, territory_id, period,
  available_count, suppressed_count, expected_count, batch_id, line, indicator_id, absence, status, origin`;

/**
 * Sums that stand: covered ones with their value, the others with the reason why there is none. The absence is decided
 * once, on the raw sums (`isSuppressedPrimary`: of a sum, the value is the numerator), and the value only where it shows.
 */
export async function writeSums(
  db: Queryable,
  table: string,
  { phase, version, hasOwn }: { phase: number; version: number; hasOwn: boolean },
): Promise<void> {
  const origin = phase > 0 ? originCodes.components : originCodes.parts;
  const between = (count: string, threshold: string) => `(${count} < ${threshold} and ${count} > 0)`;
  await db.query(
    // Made by the first phase, so that five hundred thousand rows need not pass through an insert.
    `${phase === 0 ? `create table ${table} as` : `insert into ${table} (${columns})`}
     select ${version} as version, case when absence is null then ${derivedSql('numerator', 'denominator')} end as value,
       case when absence is null and form <> 1 then numerator end as numerator,
       case when absence is null and form <> 1 then denominator end as denominator,
       coalesce(available_weight, 0) as available_weight, weight as expected_weight, territory_id, period,
       available_count, suppressed_count, expected_count, null::integer as batch_id, null::integer as line, indicator_id,
       absence, status, origin
     from (
       select whole.id as territory_id, rule.indicator_id, (k & 4194303)::integer as period, form, scale,
         settled.numerator, settled.denominator, available_weight, whole.weight, available_count, suppressed_count,
         coalesce(settled.expected_count, whole.part_count) as expected_count, settled.status,
         case
           when ${coveredSql('available_weight', 'whole.weight')} is not true
             then ${hasOwn ? `coalesce(own.absence, ${insufficientCoverage})` : insufficientCoverage}
           when form <> 1 and (settled.denominator = 0
             or form = 4 and (settled.denominator < 0 or settled.numerator < 0)) then ${notApplicable}
           when ${between('settled.numerator', 'count_threshold')}
             or ${between('settled.denominator', 'denominator_threshold')}
             or ${between('settled.denominator - settled.numerator', 'complement_threshold')}
             then ${suppressedPrimary} end::smallint as absence,
         ${
           hasOwn
             ? `case when own.origin is null or ${coveredSql('available_weight', 'whole.weight')} then ${origin}
           else own.origin end::smallint`
             : `${origin}::smallint`
         } as origin
       from ${settledTable(phase)} settled
       join whole on whole.id = (k >> 37)
       join rule on rule.indicator_id = (k >> 22 & 32767)
       ${
         hasOwn
           ? `left join own on own.territory_id = whole.id and own.indicator_id = rule.indicator_id
         and own.period = (k & 4194303)`
           : ''
       }
       where settled.origin = 1 ${hasOwn ? `and (own.territory_id is null or not ${decidesSql('own')})` : ''}
       offset 0
     ) settled`,
  );
}

/**
 * What territories have of their own, where it stands. A commune's own values are read from `observation`: only those
 * that rest on both its own figures and the sums of its parts are written.
 */
export async function writeOwn(
  db: Queryable,
  table: string,
  phases: readonly number[],
  version: number,
): Promise<void> {
  const sums = phases.map((phase) => `select k from ${settledTable(phase)} where origin = 1`).join(' union all ');
  await db.query(
    `insert into ${table} (${columns})
     select ${version}, case when final_absence is null then shown end,
       case when final_absence is null then numerator end, case when final_absence is null then denominator end,
       case when absence is null then weight else 0 end, weight, territory_id, period,
       case when absence is null then count else 0 end, case when ${isSecretSql('absence')} then count else 0 end, count,
       batch_id, line, indicator_id, final_absence, status, origin
     from (
       select given.*, case
           when absence is not null then absence
           when shown is null then ${notApplicable}
           when ${hiddenSql('shown', 'numerator', 'denominator')} then ${suppressedPrimary} end as final_absence
       from (
         select own.*, form, value_threshold, numerator_threshold, denominator_threshold, complement_threshold,
           whole.weight, whole.count, coalesce(own.value, ${derivedSql('own.numerator', 'own.denominator')}) as shown
         from own
         join whole on whole.id = own.territory_id
         join rule on rule.indicator_id = own.indicator_id
         where case when whole.is_ground then is_mixed
           else ${decidesSql('own')} or not exists (
             select 1 from (${sums}) sums
             where sums.k = (own.territory_id::bigint << 37) + own.indicator_id * 4194304::bigint + own.period) end
       ) given
     ) given
     order by territory_id, indicator_id, period`,
  );
}
