import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { absenceCode, formatNumber } from '@sillage/indicators';
import { projectPageSchema } from '../../apps/api/src/dashboards/project-pages.dto';
import { ProjectEvaluationsDto } from '../../apps/api/src/effects/effects.dto';
import { anApplication, getJson } from '../support/application';
import { aGridWorld, EffectsWorld, startYear, withEffect } from './effects-world';

describe('an evaluation among what surrounds it', () => {
  let world: EffectsWorld;
  let app: NestFastifyApplication;
  beforeAll(async () => {
    world = await EffectsWorld.open();
    const given = [9, 46, 41].reduce(
      (before, commune) => withEffect(before, { commune, outcome: 'A', change: -40, from: startYear }),
      aGridWorld(64, ['A', 'B', 'C']),
    );
    await world.fill(given);
    await world.database.query(
      `insert into setting (key, value) values ('home', '{"level": "departement", "code": "47"}')`,
    );
    await world.programmes.createProgramme({ code: 'ONE', fr: { title: 'Un', summary: '' }, aims: ['prevention'] });
    await world.project('MANY', 9, ['A', 'B', 'C'], undefined, 'ONE');
    await world.project('AGAIN', 46, ['A'], undefined, 'ONE');
    await world.project('THIRD', 41, ['A'], undefined, 'ONE');
    await world.estimate();
    app = await anApplication(world.url);
  }, 60_000);
  afterAll(async () => {
    await app.close();
    await world.close();
  });
  const evaluations = async (code: string) =>
    ProjectEvaluationsDto.schema.parse(await getJson(app, `/api/v1/projects/${code}/evaluations`)).evaluations;
  const sheet = async (code: string, query = '') =>
    projectPageSchema.parse(await getJson(app, `/api/v1/pages/projects/${code}${query}`));

  it('is open when its p is no longer rare among the outcomes of its project, wherever it is read', async () => {
    const [first] = await evaluations('MANY');
    expect(first!.evaluation).toMatchObject({
      conclusion: 'inconclusive',
      certainty: 'likely',
      result: { status: 'ok' },
    });
    expect(first!.adjustedP).toBeGreaterThan(0.05);
    const one = await getJson<{ evaluation: object }>(app, `/api/v1/evaluations/${first!.id}`);
    expect(one.evaluation).toEqual(first!.evaluation);
    const { verdict, lead, limits, history, outcomes, counterfactual } = await sheet('MANY');
    expect(verdict.kind).toBe('inconclusive');
    expect(lead.join(' ')).toContain('vu le nombre d’indicateurs examinés');
    expect(limits[0]).toContain('p corrigé');
    expect(history.every(({ conclusion }) => conclusion === 'On ne peut pas conclure')).toBe(true);
    expect(outcomes!.facts['rows']).toContainEqual(
      expect.objectContaining({ conclusion: 'inconclusive', certainty: 'likely' }),
    );
    expect(counterfactual!.facts).toMatchObject({ conclusion: 'inconclusive' });
    const list = await getJson<{ projects: { code: string; verdict: object }[] }>(app, '/api/v1/pages/projects');
    expect(list.projects.find(({ code }) => code === 'MANY')!.verdict).toEqual(verdict);
    const { rows } = await world.database.query<{ conclusion: string }>(
      `select result ->> 'conclusion' as conclusion from evaluation where id = $1`,
      [first!.id],
    );
    expect(rows[0]!.conclusion).toBe('favourable');
  });

  it('is replicated by a clear effect of another project of the programme, not by an open one', async () => {
    const found = await Promise.all(['MANY', 'AGAIN', 'THIRD'].map(async (code) => (await evaluations(code))[0]!));
    expect(found.map(({ evaluation: { evidence } }) => evidence.replications)).toEqual([undefined, 1, 1]);
    expect((await sheet('THIRD')).evidence!.meaning).toContain(
      'Un autre projet du même programme trouve un effet de même sens.',
    );
  });

  it('shows a dissenting note to whoever reads next, at once', async () => {
    const text = 'Les loyers ont baissé la même année.';
    const notes = async (query = ''): Promise<string> => JSON.stringify((await sheet('MANY', query)).dissentingNotes);
    expect([await notes(), await notes('?lang=en')].join()).not.toContain(text);
    const { statusCode } = await app.inject({
      method: 'POST',
      url: '/api/v1/projects/MANY/notes',
      payload: { kind: 'dissent', author: 'Dominique Essai', role: 'habitante', body: text },
    });
    expect(statusCode).toBe(201);
    for (const query of ['', '?lang=en']) expect(await notes(query)).toContain(text);
  });

  describe('whose figures have become secret', () => {
    /** Addresses that give one of these figures away. */
    const givingAway = async (id: number, figures: readonly string[]): Promise<string[]> => {
      const addresses = [
        `/api/v1/evaluations/${id}`,
        '/api/v1/projects/THIRD/evaluations',
        '/api/v1/pages/projects/THIRD',
        `/api/v1/pages/projects/THIRD?edition=${id}`,
        `/api/v1/pages/projects/THIRD?edition=${id}&version=1`,
        `/api/v1/figures/projects/THIRD/counterfactual/csv?edition=${id}`,
        `/api/v1/figures/projects/THIRD/counterfactual/csv?edition=${id}&version=1`,
        '/api/v1/pages/projects',
      ];
      const isGiven = async (url: string): Promise<boolean> => {
        const { body } = await app.inject({ method: 'GET', url });
        return figures.some((figure) => body.includes(figure));
      };
      const found = await Promise.all(addresses.map(isGiven));
      return addresses.filter((_, index) => found[index]);
    };
    const replace = async (territory: number): Promise<void> => {
      await world.database.query(
        `update observation set value = null, absence = $2
         where territory_id = $1 and indicator_id = 1 and period = 2015000`,
        [territory, absenceCode('suppressed-by-source')],
      );
      await world.aggregates.rebuild();
      // what pages are made of is read a few times a second at most
      await pause(300);
    };

    it('gives them away nowhere, in no edition', async () => {
      const [before] = await evaluations('THIRD');
      const { result } = before!.evaluation;
      const told = result.status === 'ok' ? result.path.find(({ period }) => period === 2015)! : undefined;
      const figures = [String(told!.observed), formatNumber(told!.observed, 1, 'fr')];
      // the list of projects never told one year
      expect(await givingAway(before!.id, figures)).toHaveLength(7);
      await replace(43);
      for (const step of [async () => undefined, () => world.estimate()]) {
        await step();
        expect(await givingAway(before!.id, [...figures, String(told!.counterfactual)])).toEqual([]);
        const former = (await evaluations('THIRD')).find(({ id }) => id === before!.id)!;
        expect(former).toMatchObject({ inputHash: null, adjustedP: null });
        expect(former.evaluation.result).toMatchObject({ status: 'refused', code: 'suppressed-outcome' });
        const page = await sheet('THIRD', `?edition=${before!.id}`);
        expect([page.verdict.kind, page.counterfactual, page.byTerritory]).toEqual(['refused', null, null]);
        expect(page.refusal!.reason).toContain('secret');
      }
    });

    it('gives away neither those of a territory whose weight is given', async () => {
      const [before] = await evaluations('AGAIN');
      const { result } = before!.evaluation;
      const heaviest = result.status === 'ok' ? result.donors[0]!.unit : '';
      await replace(Number(heaviest) - 47_000 + 2);
      // the job may fail, or be long in coming
      const [pending] = await evaluations('AGAIN');
      expect(pending).toMatchObject({ id: before!.id, inputHash: null, evaluation: { conclusion: 'refused' } });
      await world.estimate();
      const [current, former] = await evaluations('AGAIN');
      expect([current!.evaluation.result.status, former!.evaluation.result.status]).toEqual(['ok', 'refused']);
    });
  });
});
