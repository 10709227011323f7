import { groupBy } from '../group-by';
import { type Period, type PeriodKind, periodOfCode, periodsPerYear } from '../period';
import { levelFamily } from '../tabular/column-role';
import type { TerritoryCode } from '../tabular/territory-index';
import { departementOfCommune, type TerritoryLevel } from '../territory';
import type { SampledValue } from './sampled-values';

/** Values of one indicator at two grains: levels of territory, or kinds of period. */
export interface Mixture {
  readonly by: 'territory' | 'period';
  readonly main: TerritoryLevel | PeriodKind;
  readonly mainCount: number;
  /** The rarest, and its first value whatever the order of the rows. */
  readonly other: TerritoryLevel | PeriodKind;
  readonly otherCount: number;
  readonly value: SampledValue;
}

/**
 * The grains that the values of one indicator mix without saying so. A level that the file names (in a column, in a title,
 * in the code itself) is meant; so is a whole given beside two of its parts or more: a département below its communes, a
 * year after its months.
 */
export function findMixtures(
  values: readonly SampledValue[],
  territoryOf: (id: number) => TerritoryCode | undefined,
  statedLevels: ReadonlySet<TerritoryLevel>,
): Mixture[] {
  const levelOf = ({ territoryId }: SampledValue): TerritoryLevel | undefined => territoryOf(territoryId)?.level;
  const unstated = values.filter((value) => {
    const level = levelOf(value);
    return level !== undefined && !statedLevels.has(level);
  });
  const mixtures = [
    mixtureOf(
      'territory',
      unstated,
      (value) => grainOf(levelOf(value)!),
      () => wholesOfTerritory(values, territoryOf),
    ),
    mixtureOf(
      'period',
      values,
      ({ period }) => periodOfCode(period).kind,
      () => isWholePeriod(values),
    ),
  ];
  return mixtures.filter((mixture) => mixture !== undefined);
}

/** 69D stands for 69, an arrondissement for a part of Paris: no other level. */
const grainOf = (level: TerritoryLevel): TerritoryLevel =>
  (['commune', 'departement'] as const).find((main) => levelFamily(main).includes(level)) ?? level;

function mixtureOf<Grain extends TerritoryLevel | PeriodKind>(
  by: Mixture['by'],
  values: readonly SampledValue[],
  grain: (value: SampledValue) => Grain,
  wholes: () => (value: SampledValue) => boolean,
): Mixture | undefined {
  const [first] = values;
  // nearly always: nothing more is to be kept of a hundred thousand values
  if (!first || values.every((value) => grain(value) === grain(first))) return undefined;
  const isWhole = wholes();
  const meant = values.filter((value) => !isWhole(value));
  const grains = [...groupBy(meant, grain)].sort(
    ([oneGrain, one], [otherGrain, other]) => other.length - one.length || (oneGrain < otherGrain ? -1 : 1),
  );
  const [main, other] = [grains[0], grains.at(-1)];
  if (!main || !other || main === other) return undefined;
  const earliest = other[1].reduce((best, value) => (isBefore(value, best) ? value : best));
  return {
    by,
    main: main[0],
    mainCount: main[1].length,
    other: other[0],
    otherCount: other[1].length,
    value: earliest,
  };
}

const isBefore = (one: SampledValue, other: SampledValue): boolean =>
  one.period < other.period || (one.period === other.period && one.territoryId < other.territoryId);

function wholesOfTerritory(
  values: readonly SampledValue[],
  territoryOf: (id: number) => TerritoryCode | undefined,
): (value: SampledValue) => boolean {
  const parts = new Map<string, number>();
  const add = (key: string): unknown => parts.set(key, (parts.get(key) ?? 0) + 1);
  for (const { territoryId, period } of values) {
    const { level, code } = territoryOf(territoryId) ?? {};
    if (level === 'commune') add(`${departementOfCommune(code!)} ${period}`);
    if (level !== 'france') add(`france ${period}`);
  }
  return ({ territoryId, period }) => {
    const { level, code } = territoryOf(territoryId) ?? {};
    const key = level === 'france' ? level : level === 'departement' ? code : undefined;
    return (parts.get(`${key} ${period}`) ?? 0) > 1;
  };
}

function isWholePeriod(values: readonly SampledValue[]): (value: SampledValue) => boolean {
  const periodsOf = groupBy(values, ({ territoryId }) => territoryId);
  return ({ territoryId, period }) => {
    const whole = periodOfCode(period);
    const parts = periodsOf.get(territoryId)!.filter((other) => isWithin(periodOfCode(other.period), whole));
    return parts.length > 1;
  };
}

/** Whether a period is a part of another; a school year is a part of nothing. */
function isWithin(part: Period, whole: Period): boolean {
  if (part.kind === whole.kind || part.kind === 'school-year') return false;
  const [partStart, partEnd] = monthsOf(part);
  const [start, end] = monthsOf(whole);
  return start <= partStart && partEnd <= end;
}

/** First and last months, counted from year 0. */
function monthsOf({ kind, year, index }: Period): readonly [number, number] {
  if (kind === 'school-year') return [year * 12 + 8, year * 12 + 19];
  const length = 12 / periodsPerYear(kind);
  const start = year * 12 + Math.max(index - 1, 0) * length;
  return [start, start + length - 1];
}
