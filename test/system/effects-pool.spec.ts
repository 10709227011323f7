import { gatherPool } from '../../apps/api/src/effects/gather-pool';
import { listTreatments } from '../../apps/api/src/programmes/programmes.queries';
import type { World } from './aggregates-world';
import { aGridWorld, communeCode, EffectsWorld } from './effects-world';

const second = 900;
const region = 901;
/** Z2 shares a commune with Z1; Z3 holds one where SMALL works. */
const zones = [
  { id: 910, code: 'Z1', communes: [20, 21] },
  { id: 911, code: 'Z2', communes: [21, 22] },
  { id: 912, code: 'Z3', communes: [3, 4] },
  { id: 913, code: 'Z4', communes: [35, 36] },
];

/** Twelve communes in one département, twenty-eight in another; the last three are towns; one région for all. */
function twoDepartements(): World {
  const grid = aGridWorld(40, ['A']);
  const places = grid.places.map((place) => (place.id >= 39 ? { ...place, population: 20_000 } : place));
  return {
    ...grid,
    places: [
      ...places,
      { id: second, level: 'departement', code: '48' },
      { id: region, level: 'region', code: '75' },
      ...zones.map(({ id, code }) => ({ id, level: 'zone', code })),
    ],
    links: [
      ...grid.places.filter(({ level }) => level === 'commune').map(({ id }) => [id <= 13 ? 1 : second, id] as const),
      [region, 1],
      [region, second],
      ...zones.flatMap(({ id, communes }) => communes.map((commune) => [id, commune + 2] as const)),
    ],
  };
}

describe('the pool of a project', () => {
  let world: EffectsWorld;
  beforeAll(async () => {
    world = await EffectsWorld.open();
    await world.fill(twoDepartements());
    await world.project('SMALL', 3, ['A']);
    await world.project('LARGE', 30, ['A']);
    await world.programmes.create({
      code: 'MIXED',
      fr: { title: 'MIXED', summary: '' },
      aims: ['prevention'],
      territories: [
        { level: 'departement', code: '47', startDate: '2019-01-01' },
        { level: 'commune', code: communeCode(20), startDate: '2018-01-01' },
        { level: 'commune', code: communeCode(0), startDate: '2017-01-01' },
      ],
    });
    await world.programmes.create({
      code: 'ZONED',
      fr: { title: 'ZONED', summary: '' },
      aims: ['prevention'],
      territories: [{ level: 'zone', code: 'Z1', startDate: '2018-01-01' }],
    });
  });
  afterAll(() => world.close());

  async function pool(code: string, scope: Parameters<typeof gatherPool>[3] = null, others: readonly string[] = []) {
    const treatments = await listTreatments(world.database);
    const of = async (project: string) => {
      const { id } = await world.programmes.project(project);
      return treatments.filter(({ projectId }) => projectId === id);
    };
    const elsewhere = (await Promise.all(others.map(of))).flat();
    return gatherPool(world.database, await of(code), elsewhere, scope);
  }

  it('stays in the département where at least 20 can be compared with', async () => {
    const { scope, kept, excluded, otherSizeCount } = await pool('LARGE', 'similar-in-departement');
    expect(scope).toBe('similar-in-departement');
    // 28 less itself and its eight neighbours
    expect(kept).toHaveLength(19);
    expect(excluded.map(({ reason }) => reason)).toEqual(Array.from({ length: 8 }, () => 'adjacent'));
    expect(otherSizeCount).toBe(0);
  });

  it('goes beyond it for want of 20, to territories of a like population', async () => {
    const { scope, kept, otherSizeCount } = await pool('SMALL');
    expect(scope).toBe('similar-everywhere');
    expect(otherSizeCount).toBe(3);
    // 40 less itself, the three towns and its five neighbours: it lies on an edge
    expect(kept).toHaveLength(31);
    expect(kept.map(({ code }) => code)).toEqual([...kept.map(({ code }) => code)].sort());
  });

  it('keeps to the scope that was fixed, however few it leaves', async () => {
    const { scope, kept } = await pool('SMALL', 'similar-in-departement');
    expect(scope).toBe('similar-in-departement');
    // 12 less itself and four of its neighbours: the fifth lies in the other département
    expect(kept).toHaveLength(7);
    expect((await pool('SMALL', 'similar-in-region')).kept).toHaveLength(31);
  });

  it('refuses places of several levels, and says what would be needed', async () => {
    const { refusal, kept, treated } = await pool('MIXED');
    expect(refusal).toMatchObject({ code: 'mixed-levels', facts: { levels: ['commune', 'departement'] } });
    expect(kept).toEqual([]);
    expect(treated.map(({ code }) => code)).toEqual(['47', communeCode(0), communeCode(20)]);
  });

  it('leaves out what holds a place of another project, or shares one with the project itself', async () => {
    const { excluded, kept } = await pool('ZONED', 'similar-in-region', ['SMALL']);
    const reasons = new Map(excluded.map(({ code, reason }) => [code, reason]));
    expect(reasons).toEqual(
      new Map([
        ['Z2', 'adjacent'],
        ['Z3', 'other-project'],
      ]),
    );
    expect(kept.map(({ code }) => code)).toEqual(['Z4']);
  });

  it('says that neighbours are unknown where the treated territory has no contour', async () => {
    await world.database.query('delete from contour where territory_id = 5');
    const { knowsNeighbours, excluded } = await pool('SMALL', 'similar-in-region');
    expect({ knowsNeighbours, excluded }).toEqual({ knowsNeighbours: false, excluded: [] });
  });
});
