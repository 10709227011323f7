import { statusCode } from '@sillage/indicators';
import { ProjectPapersService } from '../../apps/api/src/programmes/project-papers.service';
import { code as periodCode } from './aggregates-world';
import { EffectsWorld, oneEffect, treated } from './effects-world';

const _outcomes = ['A', 'B'];

describe('an estimation', () => {
  let world: EffectsWorld;
  beforeAll(async () => {
    world = await EffectsWorld.open();
  });
  beforeEach(() => world.fillAnew(oneEffect));
  afterAll(() => world.close());

  const current = (indicator: string) => world.currentOf(indicator);

  it('forgets the lot and the negligible size of a project whose starts were moved to fix them late', async () => {
    const project = await world.project('P', 8, ['B', 'A'], '2027-01-01');
    await new ProjectPapersService(world.database, world.clock, world.programmes).preRegister('P', {
      mainOutcome: 'B',
      comparisonPool: 'similar-in-departement',
      readingDate: '2028-12-31',
      negligible: 25,
      isRandomised: true,
      fixedBy: 'Mme Test',
    });
    const territories = project.territories.map((place) => ({ ...place, startDate: '2019-01-01' }));
    await world.programmes.change('P', { basedOn: project.version, territories });
    await world.estimate();
    const { conclusion, evidence } = (await current('B')).evaluation;
    expect([conclusion, evidence.level]).toEqual(['inconclusive', 3]);
  });

  it('refuses figures counted in another way in the project alone, and doubts those that changed everywhere', async () => {
    const breakIn2018 = async (territories: readonly number[]) => {
      await world.database.query(
        `update observation set status = $2 where territory_id = any($1) and indicator_id = 1 and period = $3`,
        [territories, statusCode('series-break'), periodCode('2018')],
      );
      await world.aggregates.rebuild();
    };
    await world.project('P', treated, ['A']);
    await breakIn2018([treated + 2]);
    await world.estimate();
    expect((await current('A')).evaluation.result).toMatchObject({ code: 'series-break', facts: { year: 2018 } });
    await breakIn2018(Array.from({ length: 40 }, (_, index) => index + 2));
    await world.estimate();
    const { conclusion, checks } = (await current('A')).evaluation;
    expect(conclusion).toBe('favourable');
    expect(checks).toContainEqual(
      expect.objectContaining({
        code: 'data-quality',
        verdict: 'doubtful',
        facts: expect.objectContaining({ break: 2018 }),
      }),
    );
  });
});
