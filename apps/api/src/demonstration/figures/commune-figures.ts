import type { DemonstrationTerritory } from '../geography/demonstration-content';
import { trueEffect } from '../projects/true-effect';
import { countDraw, randomFrom } from '../random';
import { firstYear, lastCensusYear, profiles, yearsOfProject } from './population-panel';
import { type Row, years } from './row';
import { atLevel, blend, chance, trait, type World } from './world';

/** The economy moves every commune alike: crisis of 2020, recovery, housing boom of 2021 and its end. */
const rsaCycle = [1, 1.04, 1.06, 1.04, 1.03, 1.02, 1, 1.08, 1.03, 0.98, 0.96, 0.95, 0.95];
const saleCycle = [0.86, 0.86, 0.92, 0.97, 1.03, 1.06, 1.1, 1.04, 1.26, 1.18, 0.94, 0.85, 0.87];
const deathCycle = [1, 0.98, 1.04, 1.02, 1.04, 1.03, 1.03, 1.1, 1.09, 1.1, 1.05, 1.06, 1.06];

type YearlyRow = (rank: number, year: number, code: string) => Omit<Row, 'territory' | 'period'>[];

/** One series: for each commune and year, drawn from a seed of its own. */
function byCommune(world: World, first: number, last: number, draw: YearlyRow): Row[] {
  return atLevel(world, 'commune').flatMap((territory) =>
    years(first, last).flatMap((year) =>
      draw(territory.communes[0]!, year, territory.code).map((row) => ({ ...row, territory, period: String(year) })),
    ),
  );
}

const drawCount = (subject: string, code: string, year: number, mean: number): number =>
  countDraw(mean, randomFrom(`${subject} ${code} ${year}`));

/** Recipients of the RSA and those who could be: villages have fewer than five, which are then hidden. */
export function minimumIncome(world: World): Row[] {
  const { departement, population } = world;
  return byCommune(world, firstYear, 2025, (rank, year, code) => {
    const { epci } = departement.communes[rank]!;
    const adults = Math.round(population.ofCommune(rank, year) * (0.655 - 0.003 * (year - firstYear)));
    const worsening = epci === 3 && year > 2018 ? 1 + 0.022 * (year - 2018) : 1;
    const rate = profiles[epci]!.rsa * rsaCycle[year - firstYear]! * 0.955 ** yearsOfProject(epci, year) * worsening;
    const recipients = drawCount('rsa', code, year, (adults * rate * trait('rsa', code, 0.25)) / 100);
    return [
      { indicator: 'RSA_ALLOC', value: recipients, ...(year === 2025 ? { status: 'P' as const } : {}) },
      { indicator: 'POP_15_69', value: adults, ...(year === 2025 ? { status: 'E' as const } : {}) },
    ];
  });
}

/** Births minus deaths: negative almost everywhere but around the main town. */
export function naturalBalance(world: World): Row[] {
  return byCommune(world, firstYear, 2025, (rank, year, code) => {
    const inhabitants = world.population.ofCommune(rank, year);
    const { growth } = profiles[world.departement.communes[rank]!.epci]!;
    const births = inhabitants * (0.0098 + growth * 0.0012) * (1 - 0.017 * (year - firstYear));
    const deaths =
      inhabitants * (0.0108 - growth * 0.0016) * deathCycle[year - firstYear]! * trait('deaths', code, 0.3);
    return [
      {
        indicator: 'REVI-02',
        value: drawCount('births', code, year, births) - drawCount('deaths', code, year, deaths),
      },
    ];
  });
}

export function employment(world: World): Row[] {
  const { departement, population } = world;
  const onYoung = trueEffect(departement, 'PREV-13');
  const onJobs = trueEffect(departement, 'REVI-07');
  return byCommune(world, firstYear, 2025, (rank, year, code) => {
    const { epci, population: size } = departement.communes[rank]!;
    const inhabitants = population.ofCommune(rank, year);
    const active = Math.round(inhabitants * 0.44);
    const young = Math.round(inhabitants * (0.086 + (size > 5000 ? 0.03 : 0)));
    const calendar = 1 - 0.018 * Math.max(0, year - 2015);
    const unemployed = drawCount(
      'unemployed',
      code,
      year,
      active * 0.018 * profiles[epci]!.rsa * calendar * trait('rsa', code, 0.2),
    );
    const idleShare = 0.026 * profiles[epci]!.rsa * (1 - 0.012 * (year - firstYear)) * onYoung(rank, year);
    // the census counts over five yearly surveys: its figures move less than those of one year
    const idleMean = young * idleShare;
    const idle = Math.round(idleMean + (drawCount('neet', code, year, idleMean) - idleMean) / Math.sqrt(5));
    const perInhabitant = size > 5000 ? 0.56 : size > 1500 ? 0.34 : 0.17;
    const jobs =
      inhabitants *
      perInhabitant *
      trait('jobs', code, 0.35) *
      (1 + (profiles[epci]!.growth / 120) * (year - firstYear)) *
      chance('jobs', code, year, 0.02) *
      onJobs(rank, year);
    return [
      { indicator: 'RP_CHOMEURS_15_64', value: Math.min(unemployed, active) },
      { indicator: 'RP_ACTIFS_15_64', value: active },
      { indicator: 'PREV-13', numerator: Math.min(idle, young), denominator: Math.max(1, young) },
      { indicator: 'REVI-07', value: Math.round(jobs) },
    ];
  });
}

export function businesses(world: World): Row[] {
  const { departement, population } = world;
  const onAssociations = trueEffect(departement, 'PART-10');
  const establishments = byCommune(world, firstYear, 2025, (rank, year, code) => {
    const inhabitants = population.ofCommune(rank, year);
    const stock = Math.max(2, Math.round(inhabitants * 0.082 * trait('establishments', code, 0.2)));
    const created = drawCount('created', code, year, stock * (0.094 + 0.004 * (year - firstYear)));
    return [
      { indicator: 'ETAB_STOCK', value: stock },
      { indicator: 'ETAB_CREATIONS', value: created },
      {
        indicator: 'PART-10',
        numerator: drawCount(
          'associations',
          code,
          year,
          inhabitants *
            0.0011 *
            (year === 2020 ? 0.7 : 1) *
            trait('associations', code, 0.3) *
            onAssociations(rank, year),
        ),
        denominator: inhabitants,
      },
    ];
  });
  const shops = byCommune(world, 2018, 2025, (rank, year, code) => {
    const { epci } = departement.communes[rank]!;
    return [
      {
        indicator: 'REVI-05',
        value: shopCount(world, rank, year, code, epci),
        ...(year === 2021 ? { status: 'R' as const } : {}),
      },
    ];
  });
  return [...establishments, ...shops];
}

/** Shops close a little everywhere, and reopen where a territory project acts. */
export function shopCount(world: World, rank: number, year: number, code: string, epci: number): number {
  const inhabitants = world.population.ofCommune(rank, 2018);
  const first = inhabitants ** 0.86 * 0.042 * trait('shops', code, 0.35);
  const yearly = -0.016 + 0.007 * Math.min(5, yearsOfProject(epci, year)) + (profiles[epci]!.growth / 100) * 0.8;
  return Math.max(0, Math.round(first * (1 + yearly * (year - 2018)) * chance('shops', code, year, 0.02)));
}

/** Median prices are published by commune from eleven sales, and for each larger territory. */
export function propertySales(world: World): Row[] {
  const price = (territory: DemonstrationTerritory, year: number): number => {
    const income = blend(world, territory, (profile) => profile.income);
    const own = territory.level === 'commune' ? trait('price', territory.code, 0.14) : 1;
    const growth = (1 + 0.021 * (year - firstYear)) * chance('price', territory.code, year, 0.03);
    return Math.round((0.066 * income * own * growth) / 10) * 10;
  };
  return atLevel(world, 'commune', 'epci', 'departement').flatMap((territory) =>
    years(firstYear, 2025).flatMap((year): Row[] => {
      const period = String(year);
      if (territory.level !== 'commune')
        return [{ territory, period, indicator: 'REVI-13', value: price(territory, year) }];
      const mean = world.population.of(territory, year) * 0.0165 * saleCycle[year - firstYear]!;
      const sales = drawCount('sales', territory.code, year, mean * trait('sales', territory.code, 0.2));
      return [
        { territory, period, indicator: 'REVI-14', value: sales },
        { territory, period, indicator: 'REVI-13', value: sales < 11 ? 's' : price(territory, year) },
      ];
    }),
  );
}

/** General practitioners retire; the nearer to a town, the easier it is to see one. */
export function doctorsAndChildcare(world: World): Row[] {
  const { departement, population } = world;
  const doctors = byCommune(world, 2015, lastCensusYear, (rank, year, code) => {
    const { growth } = profiles[departement.communes[rank]!.epci]!;
    const level = (3.3 + growth * 0.7 - 0.075 * (year - 2015)) * trait('doctors', code, 0.12);
    return [{ indicator: 'REVI-15', value: Number(Math.max(0.4, level).toFixed(1)) }];
  });
  const childcare = byCommune(world, 2015, 2024, (rank, year, code) => {
    const { population: size } = departement.communes[rank]!;
    const inhabitants = population.ofCommune(rank, year);
    const children = Math.max(1, Math.round(inhabitants * (0.027 - 0.0005 * (year - 2015))));
    const share =
      (size > 5000 ? 0.78 : size > 900 ? 0.6 : 0.32) * trait('childcare', code, 0.3) * (1 + 0.008 * (year - 2015));
    return [{ indicator: 'REVI-16', numerator: Math.round(children * share), denominator: children }];
  });
  return [...doctors, ...childcare];
}
