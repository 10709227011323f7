import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { EvaluationDto, ProjectEvaluationsDto } from '../../apps/api/src/effects/effects.dto';
import { anApplication } from '../support/application';
import { aGridWorld, EffectsWorld } from './effects-world';

describe('evaluations by API', () => {
  let world: EffectsWorld;
  let app: NestFastifyApplication;
  beforeAll(async () => {
    world = await EffectsWorld.open();
    await world.fill(aGridWorld(40, ['A', 'B']));
    await world.project('P', 20, ['A', 'B']);
    await world.project('LATER', 39, ['A'], '2024-01-01');
    await world.estimate();
    app = await anApplication(world.url);
  });
  afterAll(async () => {
    await app.close();
    await world.close();
  });
  const get = (url: string, headers = {}) => app.inject({ url, headers });

  it('gives those of a project by outcome, as they are documented', async () => {
    const response = await get('/api/v1/projects/P/evaluations');
    expect(response.statusCode).toBe(200);
    const { project, evaluations } = ProjectEvaluationsDto.schema.parse(response.json());
    expect(project).toBe('P');
    expect(evaluations.map(({ indicator, isCurrent }) => [indicator, isCurrent])).toEqual([
      ['A', true],
      ['B', true],
    ]);
  });

  it('gives one with its pool, its versions and its seed, as they are documented', async () => {
    const response = await get('/api/v1/evaluations/2');
    expect(response.statusCode).toBe(200);
    const found = EvaluationDto.schema.parse(response.json());
    expect(found).toMatchObject({ id: 2, project: expect.any(String), stateVersion: 1, isCurrent: true });
    expect(found.pool.donors.length).toBeGreaterThan(20);
    expect(found.pool.excluded.every(({ reason }) => ['adjacent', 'other-project'].includes(reason))).toBe(true);
  });

  it('gives a refusal as it gives a result', async () => {
    const { evaluations } = ProjectEvaluationsDto.schema.parse(
      (await get('/api/v1/projects/LATER/evaluations')).json(),
    );
    expect(evaluations[0]?.evaluation.result).toMatchObject({ status: 'refused', code: 'too-few-periods-after' });
  });

  it('answers 304 for as long as the content is the same, and anew once it moves', async () => {
    const url = '/api/v1/projects/P/evaluations';
    const first = await get(url);
    const etag = String(first.headers['etag']);
    expect((await get(url, { 'if-none-match': etag })).statusCode).toBe(304);
    await world.database.query('update observation set value = value + 5 where territory_id = 22 and period = 2022000');
    await world.aggregates.rebuild();
    await world.estimate();
    const second = await get(url, { 'if-none-match': etag });
    expect(second.statusCode).toBe(200);
    const { evaluations } = ProjectEvaluationsDto.schema.parse(second.json());
    expect(evaluations.map(({ indicator, isCurrent }) => [indicator, isCurrent])).toEqual([
      ['A', true],
      ['A', false],
      ['B', true],
      ['B', false],
    ]);
  });

  it.each([
    ['/api/v1/projects/NONE/evaluations', 'urn:sillage:probleme:projet-inconnu'],
    ['/api/v1/evaluations/999', 'urn:sillage:probleme:estimation-inconnue'],
    ['/api/v1/evaluations/abc', 'urn:sillage:probleme:estimation-inconnue'],
    ['/api/v1/evaluations/99999999999999', 'urn:sillage:probleme:estimation-inconnue'],
  ])('says in French that %s names nothing', async (url, type) => {
    const response = await get(url);
    expect(response.statusCode).toBe(404);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.json()).toMatchObject({ type, title: expect.stringMatching(/^Aucun/) });
  });
});
