import type { DemonstrationTerritory } from '../geography/demonstration-content';
import { yearsOfProject } from './population-panel';
import { type Row, years } from './row';
import { byArea, share } from './social-figures';
import { atLevel, chance, mainEpci, trait, type World } from './world';

const effort = (world: World, territory: DemonstrationTerritory, year: number): number =>
  1 + 0.28 * yearsOfProject(mainEpci(world, territory), year);

/** Distinct people by quarter: the département counts fewer than its areas together, since some go to several. */
function participants(world: World): Row[] {
  const areas = atLevel(world, 'mds', 'qpv');
  const departement = atLevel(world, 'departement')[0]!;
  const quarters = years(2019, 2026).flatMap((year) =>
    Array.from({ length: year === 2026 ? 3 : 4 }, (_, index) => ({ year, quarter: index + 1 })),
  );
  return quarters.flatMap(({ year, quarter }): Row[] => {
    const period = `${year}-T${quarter}`;
    const lockdown = year === 2020 && quarter > 1 ? 0.4 : 1;
    const rows = areas.map((territory): Row & { value: number } => {
      const inhabitants = territory.level === 'qpv' ? territory.population * 2.5 : world.population.of(territory, year);
      const mean = (inhabitants / 1000) * 3.6 * effort(world, territory, year) * lockdown * (quarter === 3 ? 0.65 : 1);
      const value = Math.round(
        mean * trait('participants', territory.code, 0.15) * chance('participants', territory.code, period, 0.07),
      );
      return { territory, period, indicator: 'PART-01', value };
    });
    const inAreas = rows.filter((row) => row.territory.level === 'mds').reduce((sum, row) => sum + row.value, 0);
    return [...rows, { territory: departement, period, indicator: 'PART-01', value: Math.round(inAreas * 0.93) }];
  });
}

/** Attendances by month. */
function attendances(world: World): Row[] {
  const areas = atLevel(world, 'mds');
  const departement = atLevel(world, 'departement')[0]!;
  return years(2019, 2026).flatMap((year) =>
    Array.from({ length: year === 2026 ? 10 : 12 }, (_, index) => index + 1).flatMap((month): Row[] => {
      const period = `${year}-${String(month).padStart(2, '0')}`;
      const season =
        (month === 8 ? 0.35 : month === 7 ? 0.7 : 1) * (year === 2020 && month > 2 && month < 7 ? 0.15 : 1);
      const counts = areas.map((territory) =>
        Math.round(
          (world.population.of(territory, year) / 1000) *
            8.4 *
            effort(world, territory, year) *
            season *
            chance('attendance', territory.code, period, 0.09),
        ),
      );
      const rows = areas.map((territory, rank) => ({ territory, period, indicator: 'PART-02', value: counts[rank]! }));
      return [...rows, { territory: departement, period, indicator: 'PART-02', value: counts.reduce((a, b) => a + b) }];
    }),
  );
}

/** Isolation that people declare: rising. One area did not answer in 2024. */
function isolation(world: World): Row[] {
  const draw = share(world, 'PART-08', (inhabitants) => (inhabitants / 1000) * 6, {
    from: 17.5,
    perYear: 0.75,
    perProjectYear: -0.5,
    since: 2018,
  });
  return byArea(world, 2018, 2025, draw).map((row) =>
    row.territory.code === 'MDS04' && row.period === '2024'
      ? { territory: row.territory, period: row.period, indicator: row.indicator, value: 'nr' as const }
      : row,
  );
}

/** Change of a score between two surveys of the same people, by half-year, weighted by their number. */
function powerToAct(world: World): Row[] {
  const halves = years(2021, 2026).flatMap((year) =>
    (year === 2026 ? ['S1'] : ['S1', 'S2']).map((half) => ({ year, half })),
  );
  return atLevel(world, 'mds', 'departement').flatMap((territory) =>
    halves.map(({ year, half }): Row => {
      const period = `${year}-${half}`;
      const people = Math.max(
        4,
        Math.round((world.population.of(territory, year) / 1000) * 0.9 * chance('asked', territory.code, period, 0.15)),
      );
      const gain =
        0.5 +
        0.12 * yearsOfProject(mainEpci(world, territory), year) +
        (chance('gain', territory.code, period, 0.07) - 1);
      return { territory, period, indicator: 'PART-07', value: Number(gain.toFixed(2)), denominator: people };
    }),
  );
}

/** Figures of projects: how many there are, what they mobilise, what they leave. */
function projects(world: World): Row[] {
  return byArea(world, 2018, 2025, (territory, year) => {
    const stage = yearsOfProject(mainEpci(world, territory), year);
    const count = Math.round(7 + stage * 1.6 + (world.population.of(territory, year) / 10_000) * 1.4);
    const of = (subject: string, percent: number): number =>
      Math.max(0, Math.min(count, Math.round((count * percent * chance(subject, territory.code, year, 0.06)) / 100)));
    const budget = Math.round(count * 41_000 * chance('budget', territory.code, year, 0.1));
    return [
      { indicator: 'DECL-02', numerator: of('policies', 34 + 3.6 * stage + 0.8 * (year - 2018)), denominator: count },
      { indicator: 'DECL-03', numerator: Math.round(budget * (0.21 + 0.025 * stage)), denominator: budget },
      { indicator: 'DECL-05', numerator: of('governance', 42 + 4 * stage), denominator: count },
      { indicator: 'PART-04', numerator: of('together', 27 + 5 * stage) * 3, denominator: count * 3 },
      { indicator: 'REVI-10', value: Number((count * (0.9 + 0.12 * stage)).toFixed(1)) },
      { indicator: 'REVI-11', value: Math.round((budget * (0.16 + 0.02 * stage)) / 100) * 100 },
      { indicator: 'REVI-12', numerator: of('reopened', 48 + 4 * stage), denominator: count },
    ];
  });
}

/** Means and distinct counts: each level gives its own. */
function meansAndPartners(world: World): Row[] {
  return atLevel(world, 'mds', 'departement').flatMap((territory) => {
    const isWhole = territory.level === 'departement';
    const stageAt = (year: number): number =>
      isWhole ? 2.4 * Math.max(0, year - 2019) * 0.4 : yearsOfProject(mainEpci(world, territory), year);
    const yearly = years(2018, 2025).flatMap((year): Row[] => [
      {
        territory,
        period: String(year),
        indicator: 'DECL-01',
        value: Number(((2.1 + 0.16 * stageAt(year)) * chance('mean', territory.code, year, 0.03)).toFixed(1)),
        denominator: isWhole ? 62 + 4 * (year - 2018) : 9 + (year - 2018),
      },
      {
        territory,
        period: String(year),
        indicator: 'DECL-04',
        value: Math.round((isWhole ? 88 : 19) * (1 + 0.05 * (year - 2018)) * trait('partners', territory.code, 0.12)),
      },
    ]);
    const studies = [2019, 2022, 2025].map(
      (year): Row => ({
        territory,
        period: String(year),
        indicator: 'DECL-08',
        value: Number(((6.8 - 0.3 * stageAt(year)) * trait('contacts', territory.code, 0.05)).toFixed(1)),
        denominator: isWhole ? 640 : 105,
      }),
    );
    return [...yearly, ...studies];
  });
}

/** Reach among the target group, for areas and priority neighbourhoods: the home page leads with it. */
function reach(world: World): Row[] {
  const draw = share(world, 'PART-03', (inhabitants) => inhabitants * 0.031, {
    from: 11,
    perYear: 0.7,
    perProjectYear: 1.1,
    since: 2018,
  });
  const neighbourhoods = atLevel(world, 'qpv').flatMap((territory) =>
    years(2018, 2025).map((year): Row => {
      const denominator = Math.round(territory.population * 0.11);
      const percent = (15 + 1.5 * (year - 2018)) * chance('PART-03', territory.code, year, 0.06);
      return {
        territory,
        period: String(year),
        indicator: 'PART-03',
        numerator: Math.round((denominator * percent) / 100),
        denominator,
      };
    }),
  );
  return [...byArea(world, 2018, 2025, draw), ...neighbourhoods];
}

export function projectFigures(world: World): Row[] {
  const per = (thousandth: number) => (inhabitants: number) => (inhabitants / 1000) * thousandth;
  return [
    ...participants(world),
    ...attendances(world),
    ...reach(world),
    ...byArea(
      world,
      2018,
      2025,
      share(world, 'PART-06', per(4.4), { from: 9, perYear: 0.3, perProjectYear: 0.9, since: 2018 }),
    ),
    ...powerToAct(world),
    ...isolation(world),
    ...byArea(world, 2018, 2025, share(world, 'PART-11', per(14), { from: 41, perYear: -0.6, since: 2018 })),
    ...projects(world),
    ...meansAndPartners(world),
  ];
}
