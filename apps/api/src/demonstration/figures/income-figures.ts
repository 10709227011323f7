import type { DemonstrationTerritory } from '../geography/demonstration-content';
import { firstYear, lastCensusYear, profiles } from './population-panel';
import { frenchNumber, type Row, years } from './row';
import { atLevel, blend, chance, mainEpci, trait, type World } from './world';

/** Inhabitants from which the source publishes a median, and from which it publishes a poverty rate. */
const medianFrom = 110;
const povertyFrom = 1_900;

const medianIncome = (world: World, territory: DemonstrationTerritory, year: number): number => {
  const income = blend(world, territory, (profile) => profile.income);
  const isNeighbourhood = territory.level === 'qpv';
  const own = territory.level === 'commune' ? trait('income', territory.code, 0.06) : 1;
  const growth = (1 + 0.021 * (year - firstYear)) * chance('income', territory.code, year, 0.004);
  return Math.round(((isNeighbourhood ? 0.66 : 1) * income * own * growth) / 10) * 10;
};

const povertyRate = (world: World, territory: DemonstrationTerritory, year: number): number => {
  const poverty = blend(world, territory, (profile) => profile.poverty);
  const base = territory.level === 'qpv' ? 44 : poverty;
  const own = territory.level === 'commune' ? trait('income', territory.code, 0.06) : 1;
  const drift = 0.09 * (year - firstYear) + (year > 2021 ? 0.5 : 0);
  return Number(((base + drift) / own + (chance('poverty', territory.code, year, 0.25) - 1)).toFixed(1));
};

const isHidden = (world: World, territory: DemonstrationTerritory, year: number, from: number): boolean =>
  territory.level === 'commune' && world.population.of(territory, year) < from;

/** Median income and poverty as published at each level: secret in most communes, never recomputed. */
export function income(world: World): Row[] {
  const published = atLevel(world, 'epci', 'qpv', 'departement').flatMap((territory) => rowsOf(world, territory, 2023));
  const communes = atLevel(world, 'commune').flatMap((territory) => rowsOf(world, territory, 2022));
  return [...published, ...communes];
}

const rowsOf = (world: World, territory: DemonstrationTerritory, last: number): Row[] =>
  years(firstYear, last).flatMap((year): Row[] => {
    const period = String(year);
    const median = isHidden(world, territory, year, medianFrom) ? 's' : medianIncome(world, territory, year);
    const poverty = isHidden(world, territory, year, povertyFrom) ? 's' : povertyRate(world, territory, year);
    return [
      { territory, period, indicator: 'PREV-12', value: median },
      { territory, period, indicator: 'PREV-11', value: poverty },
    ];
  });

/** The last year of the communes, in the columns of Filosofi: a stem and two digits of a year. */
export function filosofiFile(world: World, year = 2023): string {
  const suffix = String(year).slice(2);
  const stems = ['NBMENFISC', 'NBPERSMENFISC', 'MED', 'PIMP', 'TP60', 'PPMINI', 'PPEN', 'D1', 'D9', 'RD'];
  const lines = atLevel(world, 'commune').map((territory) => {
    const inhabitants = world.population.of(territory, year);
    const hasMedian = !isHidden(world, territory, year, medianFrom);
    const hasPoverty = !isHidden(world, territory, year, povertyFrom);
    const median = medianIncome(world, territory, year);
    const poverty = povertyRate(world, territory, year);
    const detail = [
      poverty,
      poverty * 0.21,
      31 + trait('pensions', territory.code, 0.2) * 4,
      median * 0.56,
      median * 1.62,
      2.9,
    ];
    const decimals = [1, 1, 1, 0, 0, 1];
    return [
      territory.code,
      Math.round(inhabitants * 0.442),
      Math.round(inhabitants * 0.973),
      hasMedian ? median : 's',
      hasPoverty ? Math.round(58 - poverty) : 's',
      ...detail.map((value, index) => (hasPoverty ? frenchNumber(Number(value.toFixed(decimals[index]))) : 's')),
    ].join(';');
  });
  return `${['CODGEO', ...stems.map((stem) => stem + suffix)].join(';')}\n${lines.join('\n')}\n`;
}

/** Monthly recipients, rounded to ten as the source does; the last three months are provisional. */
export function monthlyFile(world: World): string {
  const months = years(2019, 2026).flatMap((year) =>
    Array.from({ length: year === 2026 ? 9 : 12 }, (_, index) => ({ year, month: index + 1 })),
  );
  const lines = atLevel(world, 'departement', 'epci').flatMap((territory) =>
    months.map(({ year, month }, index) => {
      const { rsa } = profiles[mainEpci(world, territory)]!;
      const rate = territory.level === 'departement' ? 6.05 : rsa;
      const crisis =
        year === 2020 && month > 3 ? 1.08 : year === 2021 ? 1.05 - 0.006 * month : 1 - 0.0012 * (index - 36);
      const season = 1 + 0.012 * Math.cos(((month - 1) * Math.PI) / 6);
      const adults = world.population.of(territory, year) * 0.625;
      const count =
        (adults * rate * 0.97 * crisis * season * chance('rsa', territory.code, `${year}-${month}`, 0.006)) / 100;
      const isProvisional = index >= months.length - 3;
      return [
        territory.code,
        `${year}-${String(month).padStart(2, '0')}`,
        Math.round(count / 10) * 10,
        isProvisional ? 1 : 0,
      ].join(';');
    }),
  );
  return `code_territoire;mois;rsa_allocataires;provisoire\n${lines.join('\n')}\n`;
}

/** Legal populations of the communes, one column a year. */
export function populationFile(world: World): string {
  const all = years(firstYear, lastCensusYear);
  const names = new Map(world.departement.communes.map((commune) => [commune.code, commune.name]));
  const lines = atLevel(world, 'commune').map((territory) =>
    [territory.code, names.get(territory.code), ...all.map((year) => world.population.of(territory, year))].join(';'),
  );
  return `codgeo;libgeo;${all.map((year) => `p${String(year).slice(2)}_pop`).join(';')}\n${lines.join('\n')}\n`;
}
