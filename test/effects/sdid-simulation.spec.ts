import { type EffectEstimate, type Panel, syntheticDifferenceInDifferences } from '@sillage/indicators';
import { type Draws, seededDraws } from '../../libs/indicators/src/effect/draws';

interface World {
  readonly donors: number;
  readonly starts: readonly number[];
  readonly periods: number;
  /** Outcomes of one unit over the periods, when nothing happens. */
  readonly path: (draws: Draws, periods: number) => number[];
}

/** A level, a trend of its own and AR(1) noise. */
function autoregressive(draws: Draws, periods: number): number[] {
  const level = 40 + 8 * draws.normal();
  const trend = 0.2 * draws.normal();
  let noise = draws.normal() / Math.sqrt(1 - 0.25);
  return Array.from({ length: periods }, (_, time) => {
    noise = 0.5 * noise + draws.normal();
    return level + trend * time + noise;
  });
}

/** Events per year around a rate of the unit's own: small towns are noisier. */
function counts(draws: Draws, periods: number): number[] {
  const rate = 10 + 40 * draws.uniform();
  return Array.from({ length: periods }, () => poisson(draws, rate));
}

/** Knuth's product of uniforms: exact, and quick enough for rates under 100. */
function poisson(draws: Draws, rate: number): number {
  const limit = Math.exp(-rate);
  let product = draws.uniform();
  let events = 0;
  while (product > limit) {
    product *= draws.uniform();
    events++;
  }
  return events;
}

function aPanel({ donors, starts, periods, path }: World, draws: Draws, effect: number): Panel {
  const treatedFrom = [...starts, ...Array.from({ length: donors }, () => null)];
  const outcomes = treatedFrom.flatMap((from) =>
    path(draws, periods).map((value, time) => value + (from !== null && time >= from ? effect : 0)),
  );
  return {
    units: treatedFrom.map((_, unit) => `unit ${unit}`),
    periods: Array.from({ length: periods }, (_, time) => 1 + time),
    outcomes: Float64Array.from(outcomes),
    treatedFrom,
  };
}

/** Shares over seeded panels whose effect is known. A refusal is neither a rejection nor a miss. */
function tally(world: World, rounds: number, effect: number) {
  const draws = seededDraws(20_261_122);
  const results: EffectEstimate[] = [];
  for (let round = 0; round < rounds; round++) {
    const result = syntheticDifferenceInDifferences(aPanel(world, draws, effect), { seed: round, draws: 99 });
    if (result.status === 'ok') results.push(result);
  }
  const share = (test: (result: EffectEstimate) => boolean) => results.filter(test).length / results.length;
  const holds = (interval: EffectEstimate['interval']) =>
    interval !== null && interval.low <= effect && effect <= interval.high;
  return {
    rejected: share(({ p }) => p !== null && p <= 0.05 + 1e-12),
    covered: share(({ interval }) => holds(interval)),
    covered80: share(({ interval80 }) => holds(interval80)),
    refused: 1 - results.length / rounds,
    bias: results.reduce((sum, { estimate }) => sum + (estimate - effect) / results.length, 0),
  };
}

const twelve = Array.from({ length: 12 }, () => 10);

// 39 donors and 99 draws: a level of 5 % can then be reached exactly
describe.each<[string, World, number, number]>([
  ['one unit, autoregressive', { donors: 39, starts: [10], periods: 15, path: autoregressive }, 240, 5],
  ['one unit, counts', { donors: 39, starts: [10], periods: 15, path: counts }, 240, 15],
  ['three units, autoregressive', { donors: 39, starts: [10, 10, 10], periods: 15, path: autoregressive }, 160, 5],
  ['staggered units, counts', { donors: 39, starts: [8, 10, 10], periods: 15, path: counts }, 500, 12],
  ['twelve units, autoregressive', { donors: 39, starts: twelve, periods: 15, path: autoregressive }, 400, 2],
  ['twelve units, counts', { donors: 39, starts: twelve, periods: 15, path: counts }, 400, 6],
])('synthetic difference-in-differences on simulated panels: %s', (_, world, rounds, effect) => {
  it('rejects a null as often as it says, and its intervals hold the truth', () => {
    const { rejected, covered, covered80, refused } = tally(world, rounds, 0);
    const noise = (level: number) => 3 * Math.sqrt((level * (1 - level)) / rounds);
    expect(rejected).toBeLessThan(0.05 + 2.33 * Math.sqrt((0.05 * 0.95) / rounds));
    expect(rejected).toBeGreaterThan(0.05 - noise(0.05));
    expect(covered).toBeGreaterThanOrEqual(0.93);
    expect(Math.abs(covered80 - 0.8)).toBeLessThan(noise(0.8));
    expect(refused).toBeLessThan(0.1);
  });

  it('finds an effect that is there', () => {
    const { rejected, covered, bias } = tally(world, rounds, effect);
    expect(rejected).toBeGreaterThan(0.8);
    expect(covered).toBeGreaterThanOrEqual(0.93);
    expect(Math.abs(bias)).toBeLessThan(effect / 20);
  });
});
