import {
  absent,
  type DatedValue,
  type IndicatorDefinition,
  isValue,
  type Measure,
  measured,
  progress,
} from '@sillage/indicators';

/** A treated territory's value at a period. */
export interface OutcomeRow {
  readonly territoryId: number;
  readonly period: number;
  readonly measure: Measure;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

export interface CurrentOutcome {
  readonly measure: Measure;
  /** Code of the period; null without a value. */
  readonly period: number | null;
}

const none = (reason: Parameters<typeof absent>[0]): CurrentOutcome => ({ measure: absent(reason), period: null });

/**
 * The latest value of the treated territories together: their sum, or the ratio of their sums, at the last period that all of
 * them have. What does not add up is not added up, and a territory `inside` another one is already in it.
 */
export function currentOutcome(
  { territorialRule, scale }: Pick<IndicatorDefinition, 'territorialRule' | 'scale'>,
  territoryCount: number,
  given: readonly OutcomeRow[],
  inside: ReadonlySet<number> = new Set(),
): CurrentOutcome {
  const rows = given.filter(({ territoryId }) => !inside.has(territoryId));
  const byPeriod = new Map<number, OutcomeRow[]>();
  for (const row of rows.filter(({ measure }) => isValue(measure))) {
    byPeriod.set(row.period, [...(byPeriod.get(row.period) ?? []), row]);
  }
  const complete = [...byPeriod].filter(([, values]) => values.length === territoryCount - inside.size);
  const [period, values] = complete.sort(([a], [b]) => b - a)[0] ?? [];
  if (period === undefined || !values) return none('not-available');
  if (values.length === 1) return { measure: values[0]!.measure, period };
  if (territorialRule === 'sum') {
    const sum = values.reduce((total, { measure }) => total + (isValue(measure) ? measure.value : 0), 0);
    return { measure: measured(sum), period };
  }
  const pairs = values.flatMap(({ numerator, denominator }) =>
    numerator === null || denominator === null ? [] : [{ numerator, denominator }],
  );
  if (territorialRule !== 'ratio-of-sums' || pairs.length < values.length) return none('not-aggregable');
  const total = (part: 'numerator' | 'denominator') => pairs.reduce((sum, pair) => sum + pair[part], 0);
  return { measure: measured((scale * total('numerator')) / total('denominator')), period };
}

type Level = Pick<DatedValue, 'value'> | null;

/** Progress towards the target, in percent and unclamped; without baseline or target there is none to tell. */
export const progressOf = (baseline: Level, target: Level, current: Measure): Measure =>
  baseline && target ? progress({ value: baseline.value }, { value: target.value }, current) : absent('not-available');
