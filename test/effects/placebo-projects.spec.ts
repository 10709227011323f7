import {
  concludeEffect,
  type EffectMethod,
  type EffectResult,
  estimateEffect,
  evaluateEffect,
  keepPeers,
  type Panel,
  seededDraws,
} from '@sillage/indicators';
import { describeWithSharedData } from '../support/shared';
import { readPublished } from './published';

const years = [2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021];
const projects = 400;
/** 5 % and two standard errors of a share of so many draws: 7.2 % of 400. */
const boundFor = (draws: number): number => 0.05 + 2 * Math.sqrt((0.05 * 0.95) / draws);
const rule = { polarity: 'higher-is-better' } as const;

function populations(): Omit<Panel, 'treatedFrom'> {
  const rows = readPublished('data/series/population_communes_2013_2021.csv').filter((row) => row.text('dep') === '47');
  const outcomes = Float64Array.from(
    rows.flatMap((row) => years.map((year) => row.number(`p${String(year).slice(2)}_pop`))),
  );
  return { units: rows.map((row) => row.text('codgeo')), periods: years, outcomes };
}

interface Draw {
  readonly communes: number;
  /** Indices of the years among which each project's start is drawn, one per cohort. */
  readonly starts: readonly number[];
  readonly cohorts?: number;
  /** How many projects, where there are fewer than 400. */
  readonly count?: number;
}

/** Communes drawn at random, where a project that never was begins; no project twice, it would say nothing more. */
function drawProjects({ communes, starts, cohorts = 1, count = projects }: Draw): Panel[] {
  const known = populations();
  const draws = seededDraws(47);
  const panels = new Map<string, Panel>();
  while (panels.size < count) {
    const first = draws.below(starts.length);
    const treatedFrom = new Array<number | null>(known.units.length).fill(null);
    for (let drawn = 0; drawn < communes; ) {
      const commune = draws.below(known.units.length);
      if (treatedFrom[commune] !== null) continue;
      treatedFrom[commune] = starts[(first + (drawn % cohorts)) % starts.length]!;
      drawn++;
    }
    const key = treatedFrom.flatMap((from, unit) => (from === null ? [] : [`${unit}:${from}`])).join();
    panels.set(key, { ...known, treatedFrom });
  }
  return [...panels.values()];
}

const anyStart = [5, 6, 7, 8];

const isCalled = (conclusion: string): boolean => conclusion === 'favourable' || conclusion === 'unfavourable';

const isCalledBy = (result: EffectResult): boolean => isCalled(concludeEffect(result, rule).conclusion);

describeWithSharedData('projects that never were, in the communes of Lot-et-Garonne', () => {
  it('are rarely called favourable or unfavourable by an evaluation, whichever of its methods is asked', () => {
    const evaluations = drawProjects({ communes: 1, starts: anyStart }).map((panel, seed) =>
      evaluateEffect(panel, { ...rule, seed }),
    );
    const called = evaluations.filter(({ conclusion }) => isCalled(conclusion)).length;
    expect(called / projects).toBeLessThanOrEqual(boundFor(projects));
    // Refusing everything would pass too.
    expect(evaluations.filter(({ conclusion }) => conclusion === 'inconclusive').length).toBeGreaterThan(projects / 2);
    const others = evaluations.flatMap(({ crossChecks }) => crossChecks).filter(({ method }) => method === 'did');
    expect(others).toHaveLength(evaluations.filter(({ result }) => result.status === 'ok').length);
    expect(others.filter(isCalledBy).length / others.length).toBeLessThanOrEqual(boundFor(projects));
  });

  it.each<[string, EffectMethod, Draw, number | 'all']>([
    ['one commune', 'did', { communes: 1, starts: anyStart }, 'all'],
    ['twelve communes', 'did', { communes: 12, starts: anyStart }, 'all'],
    // all that there are
    ['one commune', 'synthetic-control', { communes: 1, starts: [8], count: 319 }, 50],
    ['two communes', 'synthetic-control', { communes: 2, starts: [8] }, 20],
    ['one commune', 'sdid', { communes: 1, starts: anyStart }, 50],
    ['three communes', 'sdid', { communes: 3, starts: anyStart }, 20],
    ['twelve communes', 'sdid', { communes: 12, starts: anyStart }, 50],
    ['thirty communes at two dates', 'sdid', { communes: 30, starts: [5, 6], cohorts: 2 }, 50],
    ['thirty communes at two dates', 'callaway-santanna', { communes: 30, starts: [5, 6], cohorts: 2 }, 'all'],
  ])('are rarely called so, in %s, by %s', (_name, method, draw, most) => {
    const panels = drawProjects(draw);
    const results = panels.map(
      (panel, seed): EffectResult => estimateEffect(most === 'all' ? panel : keepPeers(panel, most), method, { seed }),
    );
    const called = results.filter(isCalledBy).length;
    expect(called / panels.length).toBeLessThanOrEqual(boundFor(panels.length));
    expect(results.filter(({ status }) => status === 'ok').length).toBeGreaterThan(panels.length / 2);
  });

  it.each([1, 12])('are all refused in %i communes by the series of these alone, too short to read', (communes) => {
    const results = drawProjects({ communes, starts: anyStart }).map((panel) => estimateEffect(panel, 'its'));
    const codes = new Set(results.map((result) => (result.status === 'refused' ? result.code : result.status)));
    // nine years: eight before leave one after, and a start with three after has six before
    expect([...codes].sort()).toEqual(['too-few-periods-after', 'too-few-periods-before']);
  });
});
