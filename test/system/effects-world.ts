import { type EvaluationRecord, listCurrentEvaluations } from '../../apps/api/src/effects/effects.queries';
import { EffectsService } from '../../apps/api/src/effects/effects.service';
import { Estimator, type EstimatorOptions } from '../../apps/api/src/effects/estimator';
import { Log } from '../../apps/api/src/platform/log';
import { ProgrammesService } from '../../apps/api/src/programmes/programmes.service';
import { SetClock } from '../support/instance';
import { AggregatesWorld, type ObservationInput, type World } from './aggregates-world';

const columns = 8;
export const firstYear = 2008;
export const lastYear = 2022;
export const startYear = 2018;

export const communeCode = (index: number): string => String(47_000 + index);

/** A département of square communes in rows of eight; commune 20 has neighbours on all sides. */
export function aGridWorld(communes: number, outcomes: readonly string[]): World {
  const ids = Array.from({ length: communes }, (_, index) => index + 2);
  return {
    places: [
      { id: 1, level: 'departement', code: '47' },
      ...ids.map((id) => ({ id, level: 'commune', code: communeCode(id - 2), population: 500 + 10 * id })),
    ],
    links: ids.map((id) => [1, id]),
    indicators: outcomes.map((code) => ({ code, territorialRule: 'sum', unit: 'persons' })),
    observations: ids.flatMap((id) => outcomes.flatMap((outcome, rank) => series(id, outcome, rank))),
  };
}

/** A level of its own, a common slope, a wave that differs from one to the next, and small steady noise. */
function series(id: number, indicator: string, rank: number): ObservationInput[] {
  return Array.from({ length: lastYear - firstYear + 1 }, (_, time) => ({
    territory: id,
    indicator,
    period: String(firstYear + time),
    value:
      200 +
      3 * time +
      7 * Math.sin(id * 12.9898 + rank) +
      4 * Math.cos(id) * Math.sin(time / 2) +
      ((id * 7919 + time * 104_729 + rank * 1_299_709) % 97) / 24,
  }));
}

/** `change` added to a commune's outcome from a year on. */
export const withEffect = (
  world: World,
  { commune, outcome, change, from }: { commune: number; outcome: string; change: number; from: number },
): World => ({
  ...world,
  observations: world.observations.map((row) =>
    row.territory === commune + 2 && row.indicator === outcome && Number(row.period) >= from
      ? { ...row, value: (row.value ?? 0) + change }
      : row,
  ),
});

export const treated = 20;
/** Forty communes with two outcomes; the treated one's first falls by 60 in 2018. */
export const oneEffect = withEffect(aGridWorld(40, ['A', 'B']), {
  commune: treated,
  outcome: 'A',
  change: -60,
  from: 2018,
});

/** The effects of one database, with the rebuild and the programmes that they rest on. */
export class EffectsWorld {
  readonly clock = new SetClock(new Date('2026-11-22T12:00:00Z'));
  readonly estimator: Estimator;
  readonly effects: EffectsService;
  readonly programmes: ProgrammesService;

  private constructor(
    readonly aggregates: AggregatesWorld,
    options?: EstimatorOptions,
  ) {
    this.estimator = new Estimator(options);
    const log = new Log(() => undefined);
    this.effects = new EffectsService(aggregates.database, this.estimator, this.clock, log);
    this.programmes = new ProgrammesService(aggregates.database);
  }

  static async on(url: string, options?: EstimatorOptions): Promise<EffectsWorld> {
    return new EffectsWorld(await AggregatesWorld.on(url), options);
  }

  /** On a database of the test file's own, dropped when this closes. */
  static async open(): Promise<EffectsWorld> {
    return new EffectsWorld(await AggregatesWorld.open());
  }

  get url(): string {
    return this.aggregates.url;
  }

  get database() {
    return this.aggregates.database;
  }

  async close(): Promise<void> {
    await this.estimator.onModuleDestroy();
    await this.aggregates.close();
  }

  async fill(world: World): Promise<void> {
    await this.aggregates.fill(world);
    await this.drawSquares();
    await this.aggregates.rebuild();
  }

  /** Forgets every project and evaluation. */
  async fillAnew(world: World): Promise<void> {
    await this.database.query('truncate project, evaluation, current_evaluation restart identity cascade');
    await this.fill(world);
  }

  async currentOf(indicator: string): Promise<EvaluationRecord> {
    const found = (await listCurrentEvaluations(this.database)).find((record) => record.indicator === indicator);
    if (!found) throw new Error(`No evaluation of ${indicator}`);
    return found;
  }

  estimate(signal: AbortSignal = new AbortController().signal) {
    return this.effects.estimate({ signal, progress: async () => undefined });
  }

  async project(
    code: string,
    communes: number | readonly number[],
    outcomes: readonly string[],
    startDate = `${startYear}-01-01`,
    programme: string | null = null,
  ) {
    return this.programmes.create({
      code,
      programme,
      fr: { title: code, summary: '' },
      aims: ['prevention'],
      territories: [communes].flat().map((commune) => ({ level: 'commune', code: communeCode(commune), startDate })),
      outcomes: outcomes.map((indicator, rank) => ({
        indicator,
        isMain: rank === 0,
        baseline: null,
        target: null,
        milestones: [],
      })),
    });
  }

  private async drawSquares(): Promise<void> {
    await this.database.query(
      `insert into contour (territory_id, geometry)
       select id, jsonb_build_object('type', 'Polygon', 'coordinates', jsonb_build_array(jsonb_build_array(
         jsonb_build_array(x, y), jsonb_build_array(x + 1, y), jsonb_build_array(x + 1, y + 1),
         jsonb_build_array(x, y + 1), jsonb_build_array(x, y))))
       from (select id, (id - 2) % $1 as x, (id - 2) / $1 as y from territory where level = 'commune') square
       on conflict (territory_id) do nothing`,
      [columns],
    );
  }
}
