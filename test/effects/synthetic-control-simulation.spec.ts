import { type EffectEstimate, type Panel, seededDraws, syntheticControl } from '@sillage/indicators';

type Draws = ReturnType<typeof seededDraws>;

interface World {
  readonly name: string;
  readonly donors: number;
  readonly treated: number;
  readonly path: (draws: Draws, common: Float64Array) => Float64Array;
}

const before = 12;
const after = 4;
const worldCount = 250;

/** A unit's own level and exposure to what happens to all, and AR(1) noise. */
function autoregressive(draws: Draws, common: Float64Array): Float64Array {
  const level = 60 + 4 * draws.normal();
  const exposure = 1 + 0.2 * draws.normal();
  let noise = draws.normal() / Math.sqrt(0.75);
  return common.map((shock) => {
    noise = 0.5 * noise + draws.normal();
    return level + exposure * shock + noise;
  });
}

/** Yearly counts around a rate of the unit's own. */
function counts(draws: Draws, common: Float64Array): Float64Array {
  const rate = 200 * Math.exp(0.15 * draws.normal());
  return common.map((shock) => {
    const mean = rate * Math.exp(shock / 100);
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * draws.normal()));
  });
}

function aPanel({ donors, treated, path }: World, draws: Draws, effect: number): Panel {
  let walk = 0;
  const common = Float64Array.from({ length: before + after }, () => {
    walk += draws.normal();
    return walk;
  });
  const rows = Array.from({ length: treated + donors }, (_, unit) =>
    path(draws, common).map((value, time) => (unit < treated && time >= before ? value + effect : value)),
  );
  return {
    units: rows.map((_, unit) => `unit ${unit}`),
    periods: Array.from(common, (_, time) => 1 + time),
    outcomes: Float64Array.from(rows.flatMap((row) => [...row])),
    treatedFrom: rows.map((_, unit) => (unit < treated ? before : null)),
  };
}

function results(world: World, effect: number): EffectEstimate[] {
  const draws = seededDraws(20261122);
  return Array.from({ length: worldCount }, () => syntheticControl(aPanel(world, draws, effect))).filter(
    (result) => result.status === 'ok',
  );
}

const share = <Item>(items: readonly Item[], test: (item: Item) => boolean): number =>
  items.filter(test).length / items.length;

const covers = ({ interval }: EffectEstimate, value: number): boolean =>
  interval!.low <= value && value <= interval!.high;

describe('synthetic control on simulated worlds', () => {
  it.each<World>([
    { name: 'autoregressive noise', donors: 39, treated: 1, path: autoregressive },
    { name: 'yearly counts', donors: 39, treated: 1, path: counts },
  ])('under no effect, with $name: rejects at most 5 %% and covers at least 93 %%', (world) => {
    const found = results(world, 0);
    expect(found.length).toBeGreaterThan(worldCount / 2);
    const bound = 0.05 + 2.33 * Math.sqrt((0.05 * 0.95) / found.length);
    expect(share(found, ({ p }) => p! <= 0.05)).toBeLessThanOrEqual(bound);
    expect(share(found, (result) => !covers(result, 0))).toBeLessThanOrEqual(bound);
    expect(share(found, (result) => covers(result, 0))).toBeGreaterThanOrEqual(0.93);
  });

  it('finds an effect of three times the noise, without bias, and covers it', () => {
    const effect = 4;
    const found = results({ name: '', donors: 39, treated: 1, path: autoregressive }, effect);
    const mean = found.reduce((sum, { estimate }) => sum + estimate / found.length, 0);
    expect(Math.abs(mean - effect)).toBeLessThan(0.3);
    expect(share(found, (result) => covers(result, effect))).toBeGreaterThanOrEqual(0.93);
    expect(share(found, ({ interval }) => interval!.low > 0)).toBeGreaterThan(0.6);
  });
});
