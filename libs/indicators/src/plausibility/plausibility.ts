import { groupBy } from '../group-by';
import { periodOfCode, periodText } from '../period';
import { aFinding, type Finding, type FindingSeverity } from '../tabular/finding';
import { countThreshold, type ImportedIndicator } from '../tabular/indicator-index';
import type { TerritoryCode } from '../tabular/territory-index';
import { departementOfCommune, type TerritoryLevel } from '../territory';
import { isHeadcount } from '../unit';
import { compareTotals } from './compare-totals';
import { findFractions } from './find-fractions';
import { findJumps } from './find-jumps';
import { findMixtures } from './find-mixtures';
import { findOutliers } from './find-outliers';
import { findShares } from './find-shares';
import type { PlausibilityCode } from './plausibility-policy';
import { mostValues, type SampledValue, type SampledValues } from './sampled-values';

export interface PlausibilityFacts {
  readonly indicators: readonly ImportedIndicator[];
  /** Every territory of the file. */
  readonly territories: Iterable<TerritoryCode>;
  readonly headers: readonly string[];
  /** Column of the values of a file that has one. */
  readonly valueHeader: string | null;
  readonly territoryHeader: string | null;
  readonly periodHeader: string | null;
  /** Levels that the file names: what is of such a level is meant. */
  readonly statedLevels: ReadonlySet<TerritoryLevel>;
  /** Whether neither the file nor a person says what percentages are written in: no sign %, no factor. */
  readonly mayHoldShares: boolean;
  /** Values of the same indicators that are published already and may be told, of the periods beside those of the file. */
  readonly published: readonly SampledValue[];
  /** Remarks that a person has looked at and lets pass. */
  readonly accepted: readonly string[];
}

/** What a careful reader would ask of the values of a file, taken together; one at a time, for they may be as many. */
export function* plausibilityOf(values: SampledValues, facts: PlausibilityFacts): Generator<Finding> {
  const territories = new Map([...facts.territories].map((territory) => [territory.id, territory]));
  if (values.count > mostValues)
    yield aFinding('PLAUSIBILITE_PARTIELLE', null, null, null, { limit: mostValues, count: values.count });
  function* remark(
    code: PlausibilityCode,
    { policy, asked }: Group,
    { line, column, territoryId, period, value }: SampledValue,
    detail: Finding['detail'],
  ): Generator<Finding> {
    const severity = policy(code);
    if (severity === null) return;
    const header = headerOf(column, facts);
    const place = { territory: territories.get(territoryId)?.code ?? '', period: periodText(periodOfCode(period)) };
    const said = { ...place, ...detail, ...asked(code) };
    yield { ...aFinding(code, line, header, String(value), said), severity };
  }
  const groups = groupsOf(values, facts);
  const shares = facts.mayHoldShares ? sharesOf(groups) : [];
  // the factor that mends shares multiplies every value of a file
  const factor = shares.flatMap(([, found]) => found).length === values.size ? 100 : 1;
  for (const [group, found] of shares)
    for (const ofColumn of groupBy(found, ({ column }) => column).values())
      yield* remark('UNITE_PARTS', group, ofColumn[0]!, { indicator: group.indicator.code, factor });
  for (const group of groups) {
    const { indicator, all } = group;
    // full-time equivalents move as the people behind them do
    const isCount = isHeadcount(indicator.unit) || indicator.unit === 'fte';
    for (const { value, before } of findJumps(all, isCount)) {
      // a value of the file that the next one, published, contradicts is told at the file's
      const [here, other] = value.line === null ? [before, value] : [value, before];
      if (other.line === null && isHidden(other.value, indicator)) continue;
      yield* remark('SAUT', group, here, { other: other.value, otherPeriod: periodText(periodOfCode(other.period)) });
    }
    const ofFile = all.filter(({ line }) => line !== null);
    for (const { by, value, ...grains } of findMixtures(ofFile, (id) => territories.get(id), facts.statedLevels)) {
      const severity = group.policy('GRANULARITES_MELEES');
      const column = by === 'territory' ? facts.territoryHeader : facts.periodHeader;
      const code = territories.get(value.territoryId)?.code ?? '';
      const seen = by === 'territory' ? code : periodText(periodOfCode(value.period));
      const detail = { indicator: indicator.code, by, ...grains, ...group.asked('GRANULARITES_MELEES') };
      if (severity !== null) yield { ...aFinding('GRANULARITES_MELEES', value.line, column, seen, detail), severity };
    }
    if (isHeadcount(indicator.unit) && indicator.decimals === 0) yield* decimalsTold(ofFile, indicator, facts);
    for (const ofPeriod of groupBy(all, ({ period }) => period).values()) {
      const levels = groupBy(ofPeriod, ({ territoryId }) => territories.get(territoryId)?.level ?? '');
      if (!isCount)
        for (const outlier of [...levels.values()].flatMap(findOutliers))
          yield* remark('VALEUR_EXTREME', group, outlier, {});
      if (indicator.territorialRule !== 'sum' || levels.size < 2) continue;
      // Île-de-France and the Aude are both 11
      const codeOf = (id: number): string => {
        const { level, code } = territories.get(id) ?? {};
        return level === 'departement' ? code! : '';
      };
      const wholeOf = (id: number): string | null => departementOf(territories.get(id));
      // a sum with published parts would tell those that secrecy hides
      const given = ofPeriod.filter(({ line }) => line !== null);
      for (const { total, sum, partCount } of compareTotals(given, codeOf, wholeOf))
        yield* remark('TOTAL_INCOHERENT', group, total, { sum, parts: partCount });
    }
  }
}

const headerOf = (column: number, { headers, valueHeader }: PlausibilityFacts): string | null =>
  column > 0 ? (headers[column - 1] ?? null) : valueHeader;

function* decimalsTold(
  values: readonly SampledValue[],
  { code }: ImportedIndicator,
  facts: PlausibilityFacts,
): Generator<Finding> {
  const fractions = findFractions(values);
  if (!fractions) return;
  const { told, count, isEstimate } = fractions;
  const detail = { indicator: code, count, of: values.length, isEstimate: isEstimate ? 1 : 0 };
  for (const { line, column, value } of told)
    yield aFinding('EFFECTIF_DECIMAL', line, headerOf(column, facts), String(value), detail);
}

const sharesOf = (groups: readonly Group[]): (readonly [Group, readonly SampledValue[]])[] =>
  groups
    .filter(({ indicator }) => indicator.unit === 'percent')
    .map((group) => [group, findShares(group.all.filter(({ line }) => line !== null))]);

/** A published count that secrecy hides: the file's reader does not learn it here. */
function isHidden(value: number, indicator: ImportedIndicator): boolean {
  const threshold = countThreshold(indicator);
  return threshold !== null && value > 0 && value < threshold;
}

/** The département that a commune's own code begins with; null for what is not a commune. */
function departementOf(territory: TerritoryCode | undefined): string | null {
  return territory?.level === 'commune' ? departementOfCommune(territory.code) : null;
}

interface Group {
  readonly indicator: ImportedIndicator;
  readonly all: readonly SampledValue[];
  /** What a remark does to the file; null: nothing is said. */
  readonly policy: (code: PlausibilityCode) => FindingSeverity | null;
  /** Told of a remark that a person may let pass. */
  readonly asked: (code: PlausibilityCode) => Readonly<Record<string, number>>;
}

const severities = { warn: 'warning', block: 'error', ignore: null } as const;

/** The values of each indicator, the published ones where the file says nothing else. */
function groupsOf(values: SampledValues, { indicators, published, accepted }: PlausibilityFacts): Group[] {
  const known = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const own: SampledValue[] = [];
  for (let rank = 0; rank < values.size; rank += 1) own.push(values.at(rank));
  const keyOf = ({ indicatorId, territoryId, period }: SampledValue) => `${indicatorId}/${territoryId}/${period}`;
  const given = new Set(published.length > 0 ? own.map(keyOf) : []);
  const others = published.filter((value) => !given.has(keyOf(value)));
  return [...groupBy([...own, ...others], ({ indicatorId }) => indicatorId)].flatMap(([id, all]) => {
    const indicator = known.get(id);
    if (!indicator) return [];
    const policy = (code: PlausibilityCode): FindingSeverity | null => {
      const asked = indicator.plausibility?.[code] ?? 'warn';
      // what is asked blocks until a person has looked at it
      if (asked === 'ask') return accepted.includes(code) ? 'warning' : 'error';
      return severities[asked];
    };
    const asked = (code: PlausibilityCode): Readonly<Record<string, number>> =>
      indicator.plausibility?.[code] === 'ask' ? { isAsked: 1 } : {};
    return [{ indicator, all, policy, asked }];
  });
}
