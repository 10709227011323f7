import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { projectPageSchema } from '../../apps/api/src/dashboards/project-pages.dto';
import { Database } from '../../apps/api/src/database/database';
import { listCurrentEvaluations } from '../../apps/api/src/effects/effects.queries';
import { JobsService } from '../../apps/api/src/jobs/jobs.service';
import { listProjects } from '../../apps/api/src/programmes/programmes.queries';
import { getJson, type OwnApplication } from '../support/application';
import { someProjects } from '../support/demonstration';

describe('the fictitious projects and the founding example', () => {
  let projects: OwnApplication;
  let app: NestFastifyApplication;
  let found: Map<string, Awaited<ReturnType<typeof listCurrentEvaluations>>[number]['evaluation']>;

  beforeAll(async () => {
    projects = await someProjects();
    app = projects.app;
    const database = app.get(Database);
    const run = await app.get(JobsService).runQueued('estimate-effects', 'test');
    if (run.state !== 'succeeded') throw new Error(JSON.stringify(run.errors));
    const codes = new Map((await listProjects(database)).map(({ id, code }) => [id, code]));
    const { rows: indicators } = await database.query<{ id: number; code: string }>('select id, code from indicator');
    const nameOf = new Map(indicators.map(({ id, code }) => [id, code]));
    found = new Map(
      (await listCurrentEvaluations(database)).map(({ projectId, indicatorId, evaluation }) => [
        `${codes.get(projectId)} ${nameOf.get(indicatorId)}`,
        evaluation,
      ]),
    );
  }, 120_000);
  afterAll(() => projects.close());

  const of = (key: string) => {
    const evaluation = found.get(key);
    if (!evaluation) throw new Error(`Not estimated: ${key} (${[...found.keys()].join(', ')})`);
    return evaluation;
  };

  const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
  const sheet = async (code: string) =>
    projectPageSchema.parse(JSON.parse(plain(JSON.stringify(await getJson(app, `/api/v1/pages/projects/${code}`)))));

  it.each([
    ['DEMO-MAISONS PREV-13', 'favourable'],
    ['DEMO-MAISONS REVI-07', 'favourable'],
    ['DEMO-GUICHETS PREV-13', 'unfavourable'],
    ['DEMO-JARDINS PART-10', 'inconclusive'],
    ['DEMO-NAVETTE PREV-13', 'refused'],
    ['DEMO-CENTRES-BOURGS REVI-07', 'favourable'],
    ['DEMO-CENTRES-BOURGS PREV-13', 'favourable'],
    ['MEZIN-ESAT REVI-07', 'refused'],
  ])('are judged by the estimators: %s is %s', (key, conclusion) => {
    expect([key, of(key).conclusion]).toEqual([key, conclusion]);
  });

  it('find the true change within their interval', () => {
    const { result } = of('DEMO-MAISONS PREV-13');
    if (result.status !== 'ok') throw new Error('refused');
    // the generator takes 40 % away, two thirds of it in the first year, from about 13 %
    expect(result.interval?.low).toBeLessThan(-4.7);
    expect(result.interval?.high).toBeGreaterThan(-4.7);
  });

  it('follow the method that several dates call for', () => {
    expect(of('DEMO-CENTRES-BOURGS REVI-07').result).toMatchObject({ status: 'ok', method: 'callaway-santanna' });
  });

  it('say why nobody can tell', () => {
    expect(of('MEZIN-ESAT REVI-07').result).toMatchObject({ status: 'refused', code: 'no-data-before' });
    expect(of('DEMO-NAVETTE PREV-13').result).toMatchObject({ status: 'refused', code: 'too-few-periods-after' });
  });

  it('tell what one of them avoided as a chance with its interval, and why another cannot', async () => {
    const { avoidedCost } = await sheet('DEMO-MAISONS');
    const text = avoidedCost.join('\n');
    expect(text).toMatch(/^Il y a .* sur 100 que le projet ait évité plus de dépenses qu’il n’en a coûté\.$/m);
    expect(text).toMatch(/^Dépenses évitées : environ .*, entre .* et .* \(neuf chances sur dix\)\.$/m);
    expect(text).toContain('Qui paie : Département. Qui y gagne : État, Région et Département.');
    expect(text).toContain('35 %');
    expect(text).toContain('Données fictives de démonstration, 2024.');
    expect(text).not.toMatch(/NaN|undefined/);
    expect((await sheet('DEMO-NAVETTE')).avoidedCost).toEqual([
      'Le coût évité n’est pas calculé : l’effet lui-même n’a pas pu être estimé.',
    ]);
  });

  it('show each territory alone, and conclude on none that chance may explain', async () => {
    const { byTerritory, project } = await sheet('DEMO-MAISONS');
    expect(byTerritory?.table.rows).toHaveLength(project.territories.length);
    expect(byTerritory?.svg).not.toBeNull();
    expect(byTerritory?.notes.join(' ')).toContain('Benjamini-Hochberg');
  });

  it('are followed towards their targets, without a bound', async () => {
    const { progress } = await getJson<{
      progress: { indicator: string; period: string; progress: { value: number } }[];
    }>(app, '/api/v1/projects/DEMO-GUICHETS');
    expect(progress.map(({ indicator, period }) => [indicator, period])).toEqual([
      ['PREV-13', '2025'],
      ['REVI-07', '2025'],
    ]);
    expect(progress[0]?.progress.value).toBeLessThan(-50);
  });

  it('cross policies and partners, counted over all of them without the example', async () => {
    const crossing = await getJson<Record<string, unknown>>(app, '/api/v1/projects/crossing');
    expect(crossing).toMatchObject({ projects: 5, policiesPerProject: { value: 3.6 }, crossingThree: 4, partners: 16 });
  });

  it('lets the sources of the founding example disagree', async () => {
    const mezin = (await listProjects(app.get(Database))).find(({ code }) => code === 'MEZIN-ESAT');
    expect(mezin).toMatchObject({ isExample: true, isDemo: false, aims: expect.arrayContaining(['revitalisation']) });
    const people = mezin?.facts.find(({ indicator }) => indicator === 'REVI-09');
    expect(people?.statements.map(({ low }) => low)).toEqual([60, 67, 100, 110]);
    expect(new Set(people?.statements.map(({ source }) => source.label)).size).toBe(3);
  });

  it('says of every fictitious project that it is', async () => {
    const demo = (await listProjects(app.get(Database))).filter(({ isDemo }) => isDemo);
    expect(demo.map(({ code }) => code)).toHaveLength(5);
    for (const { fr, en } of demo) {
      expect(fr.summary).toContain('fictif');
      expect(en?.summary).toContain('fictitious');
    }
  });
});
