import type { UnitEffect } from '@sillage/indicators';
import { listCurrentEvaluations } from '../../apps/api/src/effects/effects.queries';
import { communeCode, EffectsWorld, oneEffect } from './effects-world';

const outcomes = ['A', 'B'];
const places = [0, 20, 39];

describe('the effect in each territory of a project', () => {
  let world: EffectsWorld;
  beforeAll(async () => {
    world = await EffectsWorld.open();
    await world.fill(oneEffect);
    await world.project('P', places, outcomes);
  });
  afterAll(() => world.close());

  const kept = async (indicator: string): Promise<readonly UnitEffect[] | undefined> => {
    const { failures } = await world.estimate();
    expect(failures).toEqual([]);
    const found = await listCurrentEvaluations(world.database);
    return found.find((record) => record.indicator === indicator)?.evaluation.byTerritory;
  };

  it('is estimated alone for the main outcome, by the same method, and found where it is', async () => {
    const effects = (await kept('A'))!;
    expect(effects.map(({ unit }) => unit)).toEqual(places.map(communeCode));
    const donors = new Set<string>();
    const estimates = effects.map(({ result }) => {
      if (result.status === 'refused') throw new Error(result.code);
      for (const { unit } of result.donors) donors.add(unit);
      expect(result).toMatchObject({ method: 'sdid', treatedCount: 1, inference: 'placebo-in-space' });
      return result.estimate;
    });
    expect(Math.abs(estimates[1]! + 60)).toBeLessThan(15);
    for (const other of [estimates[0]!, estimates[2]!]) expect(Math.abs(other)).toBeLessThan(15);
    for (const place of places) expect(donors).not.toContain(communeCode(place));
    expect(await kept('B')).toBeUndefined();
  });

  it('is the same, byte for byte, when it starts again from nothing', async () => {
    const before = JSON.stringify(await kept('A'));
    await world.database.query('truncate current_evaluation, evaluation restart identity');
    expect(JSON.stringify(await kept('A'))).toBe(before);
  });
});
