import type { DemonstrationTerritory } from '../geography/demonstration-content';
import { countDraw, randomFrom } from '../random';
import { shopCount } from './commune-figures';
import { profiles, yearsOfProject } from './population-panel';
import { type Row, years } from './row';
import { atLevel, trait, type World } from './world';

const vacancyYears = years(2020, 2024);

/** Long-term vacancy: the source hides counts from 1 to 10, and publishes the totals of larger territories. */
export function vacancy(world: World): Row[] {
  const { departement, population } = world;
  const drawn = new Map<string, { vacant: number; stock: number }>();
  const ofCommune = (rank: number, year: number): { vacant: number; stock: number } => {
    const { code, epci } = departement.communes[rank]!;
    const key = `${code} ${year}`;
    const known = drawn.get(key);
    if (known) return known;
    const stock = Math.round(population.ofCommune(rank, 2020) * 0.58 * trait('stock', code, 0.12));
    const rate = profiles[epci]!.vacancy + 0.22 * (year - 2020) - 0.42 * yearsOfProject(epci, year);
    const mean = (stock * Math.max(0.8, rate) * trait('vacancy', code, 0.35)) / 100;
    const result = { vacant: countDraw(mean, randomFrom(`vacancy ${code} ${year}`)), stock };
    drawn.set(key, result);
    return result;
  };
  const total = ({ communes }: DemonstrationTerritory, year: number) =>
    communes
      .map((rank) => ofCommune(rank, year))
      .reduce((sum, { vacant, stock }) => ({ vacant: sum.vacant + vacant, stock: sum.stock + stock }));
  return atLevel(world, 'commune', 'epci', 'departement').flatMap((territory) =>
    vacancyYears.flatMap((year): Row[] => {
      const { vacant, stock } = total(territory, year);
      const period = String(year);
      const isHidden = vacant > 0 && vacant < 11;
      return [
        { territory, period, indicator: 'LOVAC_VACANTS_2ANS', value: isHidden ? 's' : vacant },
        { territory, period, indicator: 'LOVAC_PARC_PRIVE', value: stock },
      ];
    }),
  );
}

/** A first social reception point opens in a town each year or so: more and more communes are less than half an hour away. */
export function receptionPoints(world: World): Row[] {
  const { departement, population } = world;
  const towns = departement.communes
    .map((_, rank) => rank)
    .sort((a, b) => departement.communes[b]!.population - departement.communes[a]!.population);
  return atLevel(world, 'commune').flatMap((territory) =>
    years(2016, 2025).map((year): Row => {
      const rank = territory.communes[0]!;
      const [x, y] = departement.communes[rank]!.place;
      const open = towns.slice(0, 3 + Math.floor((year - 2016) * 0.8));
      const km = Math.min(
        ...open.map((town) =>
          Math.hypot(x - departement.communes[town]!.place[0], y - departement.communes[town]!.place[1]),
        ),
      );
      const inhabitants = population.ofCommune(rank, year);
      const share = Math.min(1, Math.max(0, (19 - km) / 8));
      return {
        territory,
        period: String(year),
        indicator: 'PREV-09',
        numerator: Math.round(inhabitants * share),
        denominator: inhabitants,
      };
    }),
  );
}

/** Inhabitants of communes that have at least ten shops and services. */
export function essentialServices(world: World): Row[] {
  const { departement, population } = world;
  return atLevel(world, 'epci', 'canton', 'mds', 'departement').flatMap((territory) =>
    years(2018, 2025).map((year): Row => {
      const served = territory.communes.filter((rank) => {
        const { code, epci } = departement.communes[rank]!;
        return shopCount(world, rank, year, code, epci) >= 10;
      });
      return {
        territory,
        period: String(year),
        indicator: 'REVI-06',
        numerator: served.reduce((sum, rank) => sum + population.ofCommune(rank, year), 0),
        denominator: population.of(territory, year),
      };
    }),
  );
}

/** Sheltered work places, at the address of the establishments: three towns, and a village that took one in. */
export function shelteredWork(world: World): Row[] {
  const places = [86, 42, 0, 30, 0, 67, 0, 24];
  const epci = atLevel(world, 'epci');
  const opened = (rank: number, year: number): number => (places[rank] ?? 0) + (rank === 5 && year > 2018 ? 12 : 0);
  return years(2013, 2025).flatMap((year) => {
    const active = (territory: DemonstrationTerritory): number =>
      world.population.sharedOf(territory, year, () => 0.462 - 0.0035 * (year - 2013));
    const rowsOf = (territory: DemonstrationTerritory, count: number): Row[] => [
      { territory, period: String(year), indicator: 'ESAT_PLACES', value: count },
      { territory, period: String(year), indicator: 'POP_20_59', value: active(territory) },
    ];
    const [departement] = atLevel(world, 'departement');
    const total = epci.reduce((sum, _, rank) => sum + opened(rank, year), 0);
    return [
      ...epci.flatMap((territory, rank) => rowsOf(territory, opened(rank, year))),
      ...(departement ? rowsOf(departement, total) : []),
    ];
  });
}
