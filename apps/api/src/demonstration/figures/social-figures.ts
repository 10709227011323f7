import type { DemonstrationTerritory } from '../geography/demonstration-content';
import { profiles, yearsOfProject } from './population-panel';
import { type Row, years } from './row';
import { atLevel, chance, mainEpci, trait, type World } from './world';

type Draw = (territory: DemonstrationTerritory, year: number) => Omit<Row, 'territory' | 'period'>[];

/** The same draw for each social action area, then the département as the sum of what it gives. */
export function byArea(world: World, first: number, last: number, draw: Draw): Row[] {
  const areas = atLevel(world, 'mds');
  const departement = atLevel(world, 'departement')[0]!;
  return years(first, last).flatMap((year) => {
    const period = String(year);
    const drawn = areas.map((territory) => draw(territory, year).map((row) => ({ ...row, territory, period })));
    const totals = (drawn[0] ?? []).map((row, index): Row => {
      const same = drawn.map((rows) => rows[index]!);
      const add = (field: 'numerator' | 'denominator'): number => same.reduce((sum, one) => sum + (one[field] ?? 0), 0);
      const base = { territory: departement, period, indicator: row.indicator, status: row.status };
      if (row.numerator !== undefined) {
        return { ...base, numerator: add('numerator'), denominator: add('denominator') };
      }
      return { ...base, value: same.reduce((sum, one) => sum + (typeof one.value === 'number' ? one.value : 0), 0) };
    });
    return [...drawn.flat(), ...totals];
  });
}

/** A ratio of small counts that moves by so many points a year, faster under a territory project. */
export function share(
  world: World,
  indicator: string,
  count: (inhabitants: number) => number,
  {
    from,
    perYear,
    perProjectYear = 0,
    since,
  }: { from: number; perYear: number; perProjectYear?: number; since: number },
): Draw {
  return (territory, year) => {
    const denominator = Math.max(
      1,
      Math.round(count(world.population.of(territory, year)) * chance(indicator, territory.code, `n${year}`, 0.05)),
    );
    const percent =
      (from + perYear * (year - since) + perProjectYear * yearsOfProject(mainEpci(world, territory), year)) *
      trait(indicator, territory.code, 0.1) *
      chance(indicator, territory.code, year, 0.035);
    const numerator = Math.round((denominator * Math.min(99, Math.max(1, percent))) / 100);
    return [{ indicator, numerator, denominator }];
  };
}

/** Child welfare: more children in care, and more support decided with families. */
function childWelfare(world: World): Row[] {
  return byArea(world, 2013, 2024, (territory, year) => {
    const epci = mainEpci(world, territory);
    const youth = world.population.sharedOf(territory, year, () => 0.232 - 0.0018 * (year - 2013));
    const need = (profiles[epci]!.poverty / 15.5) * trait('children', territory.code, 0.1);
    const growth = 1 + 0.024 * (year - 2013) - 0.008 * yearsOfProject(epci, year);
    const inCare = Math.round((youth / 1000) * 11.6 * need * growth * chance('care', territory.code, year, 0.02));
    const judged = Math.round((youth / 1000) * 8.2 * need * (1 + 0.012 * (year - 2013)));
    const agreed = Math.round(
      (youth / 1000) *
        3.4 *
        need *
        (1 + 0.035 * (year - 2013) + 0.05 * yearsOfProject(epci, year)) *
        chance('aed', territory.code, year, 0.05),
    );
    const status = year === 2024 ? { status: 'P' as const } : {};
    return [
      { indicator: 'ASE_ACCUEILLIS', value: inCare, ...status },
      { indicator: 'ASE_CONFIES', value: Math.round(inCare * 0.92), ...status },
      { indicator: 'ASE_AED', value: agreed, ...status },
      { indicator: 'ASE_AEMO', value: judged, ...status },
      { indicator: 'ASE_ACTIONS_EDUC', value: agreed + judged, ...status },
      { indicator: 'POP_0_20', value: youth, ...(year === 2024 ? { status: 'E' as const } : {}) },
    ];
  });
}

/** Reports of concern, counted in another way from 2019: the series breaks. */
const reports = (world: World): Row[] =>
  byArea(world, 2013, 2025, (territory, year) => {
    const minors = world.population.sharedOf(territory, year, () => 0.197 - 0.0015 * (year - 2013));
    const rate = (year < 2019 ? 14 : 19) + 0.4 * (year - 2013);
    const numerator = Math.round(
      (minors / 1000) * rate * trait('reports', territory.code, 0.12) * chance('reports', territory.code, year, 0.04),
    );
    return [
      { indicator: 'PREV-04', numerator, denominator: minors, ...(year === 2019 ? { status: 'R' as const } : {}) },
    ];
  });

/** Rights opened after outreach, by quarter. */
function outreach(world: World): Row[] {
  const areas = atLevel(world, 'mds');
  const departement = atLevel(world, 'departement')[0]!;
  return years(2018, 2026).flatMap((year) =>
    Array.from({ length: year === 2026 ? 3 : 4 }, (_, index) => `${year}-T${index + 1}`).flatMap(
      (period, index): Row[] => {
        const counts = areas.map((territory) => {
          const projects = 1 + 0.35 * yearsOfProject(mainEpci(world, territory), year);
          const mean = (world.population.of(territory, year) / 1000) * 0.95 * projects * (index === 2 ? 0.7 : 1);
          return Math.round(mean * chance('outreach', territory.code, period, 0.12));
        });
        const rows = areas.map((territory, rank) => ({
          territory,
          period,
          indicator: 'PREV-14',
          value: counts[rank]!,
        }));
        return [
          ...rows,
          { territory: departement, period, indicator: 'PREV-14', value: counts.reduce((a, b) => a + b) },
        ];
      },
    ),
  );
}

/** Rent arrears, by intercommunality. Nothing came after 2023: the page says that it is late. */
function evictions(world: World): Row[] {
  return atLevel(world, 'epci', 'departement').flatMap((territory) =>
    years(2015, 2023).map((year): Row => {
      const denominator = Math.round(
        (world.population.of(territory, year) / 1000) * 3.1 * chance('arrears', territory.code, year, 0.06),
      );
      const percent = 57 + 1.3 * yearsOfProject(mainEpci(world, territory), year) - 0.3 * (year - 2015);
      const numerator = Math.round((denominator * percent * chance('rehoused', territory.code, year, 0.04)) / 100);
      return { territory, period: String(year), indicator: 'PREV-10', numerator, denominator };
    }),
  );
}

/** What only the département as a whole publishes. */
function wholeDepartement(world: World): Row[] {
  const territory = atLevel(world, 'departement')[0]!;
  const inhabitants = (year: number): number => world.population.of(territory, year);
  const at = (year: number, row: Omit<Row, 'territory' | 'period'>): Row => ({
    ...row,
    territory,
    period: String(year),
  });
  return [
    ...years(2017, 2024).map((year) => {
      const days = 92 - 5.5 * (year - 2017) + (year === 2020 ? 21 : 0);
      return at(year, {
        indicator: 'PREV-08',
        value: Number(days.toFixed(1)),
        denominator: 1_450 - 30 * (year - 2017),
      });
    }),
    ...years(2013, 2024).flatMap((year) => {
      const spending = inhabitants(year) * 0.512 * (1 + 0.027 * (year - 2013));
      return [
        at(year, { indicator: 'DEP_TOTALE_BRUTE', value: Math.round(spending) }),
        at(year, { indicator: 'DEP_ASE_NETTE', value: Math.round(spending * (0.2 + 0.004 * (year - 2013))) }),
      ];
    }),
    ...years(2015, 2025).map((year) =>
      at(year, { indicator: 'DECL-10', numerator: Math.min(8, Math.floor((year - 2014) * 0.75)), denominator: 8 }),
    ),
    ...years(2016, 2025).map((year) =>
      at(year, { indicator: 'PART-05', numerator: 2 + Math.floor((year - 2016) * 0.6), denominator: 17 }),
    ),
    // Collected for few years, as in the real survey; one is missing.
    at(2017, { indicator: 'PART-09', value: 'nd' }),
    ...years(2018, 2021).map((year) =>
      at(year, { indicator: 'PART-09', numerator: 610 + 55 * (year - 2018), denominator: 4_120 - 40 * (year - 2018) }),
    ),
  ];
}

export function socialAction(world: World): Row[] {
  const yearly = (first: number, draw: Draw): Row[] => byArea(world, first, 2025, draw);
  const per = (thousandth: number) => (inhabitants: number) => (inhabitants / 1000) * thousandth;
  return [
    ...childWelfare(world),
    ...reports(world),
    ...yearly(2015, share(world, 'PREV-05', per(0.8), { from: 58, perYear: 0.9, perProjectYear: 1.2, since: 2015 })),
    ...yearly(2019, share(world, 'PREV-07', per(8.3), { from: 44, perYear: 2.1, perProjectYear: 1.4, since: 2019 })),
    ...outreach(world),
    ...evictions(world),
    ...yearly(2016, share(world, 'PREV-15', per(2.4), { from: 62, perYear: 0.5, perProjectYear: 1.6, since: 2016 })),
    ...yearly(2016, share(world, 'DECL-06', per(1.15), { from: 12, perYear: 3.4, perProjectYear: 1.5, since: 2016 })),
    ...yearly(2016, share(world, 'DECL-07', per(1.1), { from: 7, perYear: 0.55, perProjectYear: 0.7, since: 2016 })),
    ...yearly(2016, share(world, 'DECL-09', per(17), { from: 31, perYear: 1.1, perProjectYear: 1.3, since: 2016 })),
    ...wholeDepartement(world),
  ];
}
