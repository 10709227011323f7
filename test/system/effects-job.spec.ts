import { EffectsJob } from '../../apps/api/src/effects/effects.job';
import {
  type EvaluationRecord,
  findEvaluation,
  listCurrentEvaluations,
  listEvaluations,
} from '../../apps/api/src/effects/effects.queries';
import { ProjectPapersService } from '../../apps/api/src/programmes/project-papers.service';
import { anInstance } from '../support/instance';
import { code as periodCode } from './aggregates-world';
import { communeCode, EffectsWorld, oneEffect, treated } from './effects-world';

const outcomes = ['A', 'B'];
const neighbours = [11, 12, 13, 19, 21, 27, 28, 29].map(communeCode);

describe('the estimation of effects', () => {
  let world: EffectsWorld;
  beforeAll(async () => {
    world = await EffectsWorld.open();
  });
  beforeEach(() => world.fillAnew(oneEffect));
  afterAll(() => world.close());

  const current = (indicator: string) => world.currentOf(indicator);
  const pOf = ({ result }: EvaluationRecord['evaluation']): number => (result.status === 'ok' && result.p) || 0;
  const excludedOf = ({ pool }: EvaluationRecord) => new Map(pool.excluded.map(({ code, reason }) => [code, reason]));
  /** Everything that is kept, as PostgreSQL writes it. */
  const rows = async () => {
    const { rows: kept } = await world.database.query<{ row: string }>(
      'select evaluation::text as row from evaluation union all select current_evaluation::text from current_evaluation order by 1',
    );
    return kept.map(({ row }) => row);
  };
  const amend = async (territory: number, indicator: string, year: number, change: object) => {
    await world.database.query(
      `update observation set value = case when given ? 'absence' then null else (given ->> 'value')::float8 end,
         absence = (given ->> 'absence')::smallint
       from (select $4::jsonb as given) amendment, indicator
       where indicator.code = $2 and observation.indicator_id = indicator.id and territory_id = $1 and period = $3`,
      [territory + 2, indicator, periodCode(String(year)), JSON.stringify(change)],
    );
    await world.aggregates.rebuild();
  };

  it('keeps each estimate with what it rests on, whom it compared, and why not the others', async () => {
    await world.project('P', treated, outcomes);
    const report = await world.estimate();
    expect(report.failures).toEqual([]);
    expect(report.counts).toEqual({ projects: 1, estimated: 2, unchanged: 0, failed: 0 });
    const found = await current('A');
    expect(found).toMatchObject({ project: 'P', stateVersion: 1, isCurrent: true, computedAt: world.clock.instant });
    expect(found.inputHash).toMatch(/^[0-9a-f]{64}$/);
    expect(found.methodVersion).not.toBe('');
    expect(found.pool).toMatchObject({
      level: 'commune',
      scope: 'similar-in-departement',
      isPreRegistered: false,
      knowsNeighbours: true,
      treated: [{ code: communeCode(treated), since: 2018 }],
    });
    expect(found.pool.periods).toHaveLength(15);
    expect([...excludedOf(found)]).toEqual(neighbours.map((code) => [code, 'adjacent']));
    expect(found.pool.donors).toHaveLength(40 - 1 - neighbours.length);
    const { result, conclusion } = found.evaluation;
    if (result.status !== 'ok') throw new Error(JSON.stringify(result));
    expect(conclusion).toBe('favourable');
    expect(result.estimate).toBeGreaterThan(-75);
    expect(result.estimate).toBeLessThan(-45);
    expect(found.solverGap).toBe(result.solverGap);
  });

  it('adjusts p for the number of outcomes of the project, by Benjamini and Hochberg', async () => {
    await world.project('P', treated, outcomes);
    await world.estimate();
    const found = await listCurrentEvaluations(world.database);
    const p = found.map(({ evaluation: { result } }) => (result.status === 'ok' ? (result.p ?? 1) : 1));
    const largest = Math.max(...p);
    const smallest = Math.min(...p);
    const adjusted = found.map(({ adjustedP }) => adjustedP ?? 0).sort((a, b) => a - b);
    expect(adjusted[1]).toBeCloseTo(largest, 12);
    expect(adjusted[0]).toBeCloseTo(Math.min(2 * smallest, largest), 12);
  });

  it('adds no row and changes no byte when nothing changed', async () => {
    await world.project('P', treated, outcomes);
    await world.estimate();
    const before = await rows();
    await world.aggregates.rebuild();
    const report = await world.estimate();
    expect(report.counts).toEqual({ projects: 1, estimated: 0, unchanged: 2, failed: 0 });
    expect(await rows()).toEqual(before);
  });

  it('gives the same bytes when it starts again from nothing', async () => {
    await world.project('P', treated, outcomes);
    await world.estimate();
    const before = await rows();
    await world.database.query('truncate current_evaluation, evaluation restart identity');
    await world.estimate();
    expect(await rows()).toEqual(before);
  });

  it('estimates again only the outcome whose figures changed, and the earlier estimate can still be read', async () => {
    const project = await world.project('P', treated, outcomes);
    await world.estimate();
    const before = await current('A');
    const other = await current('B');
    await amend(treated, 'A', 2022, { value: 500 });
    const report = await world.estimate();
    expect(report.counts).toMatchObject({ estimated: 1, unchanged: 1 });
    const after = await current('A');
    expect(after.id).not.toBe(before.id);
    expect(after.stateVersion).toBe(2);
    expect((await current('B')).id).toBe(other.id);
    const earlier = await findEvaluation(world.database, before.id);
    expect(earlier).toMatchObject({
      evaluation: before.evaluation,
      pool: before.pool,
      isCurrent: false,
      stateVersion: 1,
    });
    const history = (await listEvaluations(world.database, project.id)).filter(({ indicator }) => indicator === 'A');
    expect(history.map(({ id, isCurrent }) => [id, isCurrent])).toEqual([
      [after.id, true],
      [before.id, false],
    ]);
  });

  it('drops a donor that lacks a year, and refuses when the treated commune lacks one', async () => {
    await amend(0, 'A', 2012, { absence: 4 });
    await amend(1, 'A', 2013, { absence: 1 });
    await amend(treated, 'B', 2015, { absence: 4 });
    await world.project('P', treated, outcomes);
    await world.estimate();
    const excluded = excludedOf(await current('A'));
    expect(excluded.get(communeCode(0))).toBe('missing-outcome');
    expect(excluded.get(communeCode(1))).toBe('suppressed-outcome');
    const refused = await current('B');
    expect(refused.evaluation).toMatchObject({
      conclusion: 'refused',
      result: {
        status: 'refused',
        code: 'missing-outcome',
        facts: { unit: communeCode(treated), period: 2015, absence: 'not-available' },
      },
    });
    expect(refused.adjustedP).toBeNull();
    await amend(treated, 'B', 2015, { absence: 1 });
    await world.estimate();
    expect((await current('B')).evaluation.result).toMatchObject({ code: 'suppressed-outcome' });
  });

  it('compares with no commune where another project works', async () => {
    await world.project('P', treated, ['A']);
    await world.estimate();
    await world.project('Q', 39, ['B']);
    const report = await world.estimate();
    expect(report.counts).toMatchObject({ projects: 2, estimated: 2 });
    expect(excludedOf(await current('A')).get(communeCode(39))).toBe('other-project');
    expect(excludedOf(await current('B')).get(communeCode(treated))).toBe('other-project');
  });

  it('reads no year after the date that was fixed beforehand, and keeps to the pool that was', async () => {
    world.clock.instant = new Date('2017-06-01T12:00:00Z');
    await world.project('P', treated, outcomes);
    await new ProjectPapersService(world.database, world.clock, world.programmes).preRegister('P', {
      mainOutcome: 'A',
      comparisonPool: 'similar-in-departement',
      readingDate: '2021-06-30',
      fixedBy: 'Mme Test',
    });
    world.clock.instant = new Date('2026-11-22T12:00:00Z');
    await world.estimate();
    const main = await current('A');
    expect(main.pool).toMatchObject({
      isPreRegistered: true,
      readingDate: '2021-06-30',
      scope: 'similar-in-departement',
    });
    expect(main.pool.periods.at(-1)).toBe(2020);
    expect((await current('B')).pool).toMatchObject({ isPreRegistered: true, readingDate: null });
    expect((await current('B')).pool.periods.at(-1)).toBe(2022);
  });

  it.each([
    [false, 3],
    [true, 4],
  ])(
    'knows the negligible size of the main outcome, and places drawn by lot (%s: level %i)',
    async (isRandomised, level) => {
      world.clock.instant = new Date('2017-06-01T12:00:00Z');
      await world.project('P', 8, ['B', 'A'], '2019-01-01');
      await new ProjectPapersService(world.database, world.clock, world.programmes).preRegister('P', {
        mainOutcome: 'B',
        comparisonPool: 'similar-in-departement',
        readingDate: '2022-12-31',
        negligible: 25,
        isRandomised,
        fixedBy: 'Mme Test',
      });
      world.clock.instant = new Date('2026-11-22T12:00:00Z');
      await world.estimate();
      const { conclusion, certainty, evidence } = (await current('B')).evaluation;
      expect({ conclusion, certainty }).toEqual({ conclusion: 'negligible', certainty: 'negligible' });
      // 2020 is near the start: drawing lots makes up for it
      expect(evidence).toEqual({ level, losses: [{ code: 'external-shock', facts: { year: 2020 } }] });
      expect((await current('A')).evaluation.conclusion).not.toBe('negligible');
    },
  );

  it('answers on other events what the project declares of them', async () => {
    const project = await world.project('P', treated, ['A']);
    const verdict = async () => {
      await world.estimate();
      return (await current('A')).evaluation.checks.find(({ code }) => code === 'other-events')?.verdict;
    };
    expect(await verdict()).toBe('not-done');
    const declare = (basedOn: number, dates: readonly string[]) => {
      const otherEvents = dates.map((date) => ({ label: { fr: 'Fermeture', en: null }, date }));
      return world.programmes.change('P', { basedOn, otherEvents });
    };
    const { version } = await declare(project.version, ['2019-05-01']);
    expect(await verdict()).toBe('doubtful');
    await declare(version, []);
    expect(await verdict()).toBe('passed');
  });

  it('says before a project starts how small an effect could be seen', async () => {
    await world.project('P', treated, ['A'], '2024-01-01');
    await world.estimate();
    const { evaluation, pool } = await current('A');
    expect(evaluation.result).toMatchObject({ status: 'refused', code: 'too-few-periods-after' });
    expect(evaluation.smallestVisibleEffect).toBeGreaterThan(0);
    expect(pool.treated).toEqual([{ code: communeCode(treated), name: communeCode(treated), since: 2024 }]);
  });

  it('shows no more an outcome that the project no longer has', async () => {
    const project = await world.project('P', treated, outcomes);
    await world.estimate();
    await world.programmes.change('P', { basedOn: project.version, outcomes: project.outcomes.slice(0, 1) });
    const before = await current('A');
    await world.estimate();
    expect((await listCurrentEvaluations(world.database)).map(({ indicator }) => indicator)).toEqual(['A']);
    // what was looked at stays counted
    expect((await current('A')).adjustedP).toBe(before.adjustedP);
    expect(before.adjustedP).toBeGreaterThan(pOf(before.evaluation));
    expect(await listEvaluations(world.database, project.id)).toHaveLength(2);
  });

  it('writes no row twice when two instances estimate at once', async () => {
    await world.project('P', treated, outcomes);
    const other = await EffectsWorld.on(world.url);
    try {
      await Promise.all([world.estimate(), other.estimate()]);
    } finally {
      await other.close();
    }
    const { rows: found } = await world.database.query('select id from evaluation');
    expect(found).toHaveLength(2);
  });

  it('is asked for once by each new state, and tells its work as a job', async () => {
    await world.project('P', treated, outcomes);
    const instance = await anInstance(world.url, [new EffectsJob(world.effects)]);
    try {
      const run = await instance.jobs.runQueued('estimate-effects', 'state:1');
      expect(run).toMatchObject({ state: 'succeeded', report: { counts: { estimated: 2 } } });
      expect(run.report?.messages[0]).toBe('2 effets estimés à nouveau.');
      expect((await instance.jobs.queue('estimate-effects', 'state:1')).id).toBe(run.id);
    } finally {
      await instance.close();
    }
  });
});
