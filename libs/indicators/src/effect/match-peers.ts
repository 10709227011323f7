import { donorPool, type ExcludedUnit, type PoolCandidate, type PoolRules, type PoolUnit } from './donor-pool';
import { type Refusal, refuse } from './effect';
import { robustScale } from './robust-scale';
import { thresholds } from './thresholds';

export interface Peer {
  readonly unit: string;
  /** In robust standard deviations, over all that is compared. */
  readonly distance: number;
}

/** Treated minus compared, in standard deviations of the pool: with all who may be compared, then with the peers. */
export interface Balance {
  /** `level`, `slope`, `outcome-1` (oldest)… or the name of a structure. */
  readonly name: string;
  readonly before: number;
  readonly after: number;
}

export interface Peers {
  readonly status: 'ok';
  readonly peers: readonly Peer[];
  readonly excluded: readonly ExcludedUnit[];
  readonly balance: readonly Balance[];
}

const fewestPeers = 20;

/**
 * The 20 to 50 territories that most resembled the treated ones before the start, on levels, slope and structure: as many as
 * leave no outcome before the start more than 0.25 standard deviation apart. Refused when there is no such number, or
 * when fewer than 10 may be compared at all (methods.md §1.7).
 */
export function matchPeers(
  treated: readonly PoolUnit[],
  candidates: readonly PoolCandidate[],
  rules: PoolRules = {},
): Peers | Refusal {
  if (treated.length === 0) return refuse(null, 'no-treated-unit');
  if (treated.some(({ before }) => before.length === 0 || before.some((value) => value === null))) {
    return refuse(null, 'no-data-before');
  }
  const { donors, excluded } = donorPool(treated, candidates, rules);
  const { peersLeast, peersKept, peerDifference } = thresholds;
  if (donors.length < peersLeast) return refuse(null, 'too-few-donors', { have: donors.length, need: peersLeast });
  const traits = traitsOf(treated, donors);
  const ranked = donors
    .map((donor, index) => ({ index, unit: donor.unit, distance: distanceOf(traits, index) }))
    .sort((a, b) => a.distance - b.distance || (a.unit < b.unit ? -1 : 1));
  const most = Math.min(peersKept, ranked.length);
  const least = Math.min(fewestPeers, most);
  for (let count = most; ; count--) {
    const kept = ranked.slice(0, count);
    const balance = balanceOf(
      traits,
      kept.map(({ index }) => index),
    );
    const difference = worstOf(balance, traits);
    if (difference <= peerDifference) {
      return { status: 'ok', peers: kept.map(({ unit, distance }) => ({ unit, distance })), excluded, balance };
    }
    if (count === least) return refuse(null, 'poor-prefit', { difference, limit: peerDifference });
  }
}

interface Trait {
  readonly name: string;
  /** A gap in these refuses; a gap in the structure is only told. */
  readonly isOutcome: boolean;
  readonly treated: readonly number[];
  readonly donors: readonly number[];
  readonly scale: number;
}

function traitsOf(treated: readonly PoolUnit[], donors: readonly PoolUnit[]): Trait[] {
  const trait = (name: string, isOutcome: boolean, read: (unit: PoolUnit) => number | null): Trait[] => {
    const known = (units: readonly PoolUnit[]): number[] => units.map(read).filter((value) => value !== null);
    const ofTreated = known(treated);
    const ofDonors = known(donors);
    if (ofTreated.length < treated.length || ofDonors.length < donors.length) return [];
    return [{ name, isOutcome, treated: ofTreated, donors: ofDonors, scale: robustScale(ofDonors) }];
  };
  const periods = treated[0]!.before.length;
  const names = new Set(treated.flatMap(({ structure }) => Object.keys(structure ?? {})));
  return [
    ...trait('slope', true, ({ before }) => slopeOf(before)),
    ...Array.from({ length: periods }, (_, time) =>
      trait(`outcome-${time + 1}`, true, ({ before }) => before[time] ?? null),
    ).flat(),
    ...trait('population', false, ({ population }) => (population === null ? null : Math.log(population))),
    ...[...names].flatMap((name) => trait(name, false, ({ structure }) => structure?.[name] ?? null)),
  ];
}

function slopeOf(before: readonly (number | null)[]): number {
  const centre = (before.length - 1) / 2;
  let products = 0;
  let squares = 0;
  before.forEach((value, time) => {
    products += (time - centre) * (value ?? 0);
    squares += (time - centre) ** 2;
  });
  return squares > 0 ? products / squares : 0;
}

/** To the nearest treated territory. Levels count as one trait in all, however many periods are known. */
function distanceOf(traits: readonly Trait[], donor: number): number {
  const levels = traits.filter(({ isOutcome, name }) => isOutcome && name !== 'slope').length;
  const count = traits[0]!.treated.length;
  let nearest = Number.POSITIVE_INFINITY;
  for (let unit = 0; unit < count; unit++) {
    let sum = 0;
    for (const { treated, donors, scale, isOutcome, name } of traits) {
      const gap = (donors[donor]! - treated[unit]!) / scale;
      sum += gap ** 2 / (isOutcome && name !== 'slope' ? levels : 1);
    }
    nearest = Math.min(nearest, Math.sqrt(sum));
  }
  return nearest;
}

function balanceOf(traits: readonly Trait[], kept: readonly number[]): Balance[] {
  return traits.map(({ name, treated, donors }) => {
    const centre = meanOf(donors);
    const deviation = Math.sqrt(meanOf(donors.map((value) => (value - centre) ** 2))) || 1;
    const gap = (values: readonly number[]): number => (meanOf(treated) - meanOf(values)) / deviation;
    return { name, before: gap(donors), after: gap(kept.map((donor) => donors[donor]!)) };
  });
}

const worstOf = (balance: readonly Balance[], traits: readonly Trait[]): number =>
  balance.reduce((worst, { after }, index) => (traits[index]!.isOutcome ? Math.max(worst, Math.abs(after)) : worst), 0);

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
