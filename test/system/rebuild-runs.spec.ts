import {
  findCurrentState,
  findState,
  listMeasures,
  listStates,
} from '../../apps/api/src/aggregates/aggregates.queries';
import { AggregatesWorld, told, type World } from './aggregates-world';

const statesKept = 24;

/** Many rows, with decimals whose sum depends on the order in which they are added. */
function aLargeWorld(): World {
  const places: World['places'][number][] = [];
  const links: [number, number][] = [];
  const communes = 400;
  for (let id = 1; id <= communes; id++) places.push({ id, level: 'commune', population: (id % 37) + 1 });
  for (let id = 1; id <= 20; id++) places.push({ id: communes + id, level: 'epci' });
  places.push({ id: 421, level: 'departement' }, { id: 422, level: 'region' }, { id: 423, level: 'france' });
  for (let id = 1; id <= communes; id++) links.push([communes + 1 + (id % 20), id], [421, id]);
  links.push([422, 421], [423, 422]);
  const observations = [];
  for (let id = 1; id <= communes; id++) {
    for (let year = 2010; year < 2022; year++) {
      observations.push({ territory: id, indicator: 'SUM', period: String(year), value: id / 7 + year / 1000 });
      observations.push({
        territory: id,
        indicator: 'RATIO',
        period: String(year),
        numerator: ((id * year) % 97) / 3,
        denominator: 33.1 + (id % 5),
      });
    }
  }
  return {
    places,
    links,
    indicators: [
      { code: 'SUM', territorialRule: 'sum' },
      { code: 'RATIO', territorialRule: 'ratio-of-sums', scale: 100 },
    ],
    observations,
  };
}

describe('runs of the rebuild', () => {
  let aggregates: AggregatesWorld;
  const world = aLargeWorld();
  const rows = async (version: number): Promise<string> => {
    const { rows } = await aggregates.database.query<{ text: string }>(
      `select string_agg(concat_ws(' ', territory_id, indicator_id, period, value, numerator, denominator, available_weight,
         expected_weight, available_count, suppressed_count, expected_count, absence, status, origin), chr(10)
         order by territory_id, indicator_id, period) as text from aggregate where version = $1`,
      [version],
    );
    return rows[0]?.text ?? '';
  };
  const publish = (batch: number, state: 'published' | 'withdrawn', publication: number) =>
    aggregates.database.query('update import_batch set state = $2, publication = $3 where id = $1', [
      batch,
      state,
      publication,
    ]);

  /** An empty file, published: the next rebuild makes a new state. */
  const addBatch = (id: number) =>
    aggregates.database.query(
      `insert into import_batch (id, state, file_name, file_hash, file_size, publication) overriding system value
       values ($1, 'published', 'empty.csv', '', 0, $1::integer)`,
      [id],
    );

  beforeAll(async () => {
    aggregates = await AggregatesWorld.open();
  });
  beforeEach(() => aggregates.fill(world));
  afterAll(() => aggregates.close());

  it('gives the same bytes twice, to the last decimal', async () => {
    const first = await aggregates.rebuild();
    const text = await rows(first.version);
    const { contentHash } = (await findCurrentState(aggregates.database))!;
    await aggregates.database.query('delete from current_state; delete from published_state');
    await aggregates.database.query(`drop table aggregate_v${first.version}`);
    // statistics taken by chance in between must not move a bit
    await aggregates.database.query('analyze');
    const second = await aggregates.rebuild();
    expect(await rows(second.version)).toBe(text);
    expect((await findCurrentState(aggregates.database))?.contentHash).toBe(contentHash);
    expect(text.split('\n')).toHaveLength(23 * 12 * 2);
  });

  it('keeps the current state when nothing has changed, and says so', async () => {
    const first = await aggregates.rebuild();
    const second = await aggregates.rebuild();
    expect(second).toMatchObject({ version: first.version, isNew: false });
    expect(second.messages[0]).toContain('Rien n’a changé');
    expect(await listStates(aggregates.database)).toHaveLength(1);
  });

  it('makes a new state when only a definition has changed', async () => {
    const first = await aggregates.rebuild();
    await aggregates.database.query(
      `update indicator_version set definition = jsonb_set(definition, '{suppressionThreshold}', '5') where indicator_id = 1`,
    );
    expect(await aggregates.rebuild()).toMatchObject({ version: first.version + 1, isNew: true });
  });

  it('leaves readers on the previous state when it fails, and says why', async () => {
    const first = await aggregates.rebuild();
    await aggregates.database.query('insert into territory_link (parent_id, child_id) values (421, 423)');
    await expect(aggregates.rebuild()).rejects.toThrow(/is a part of itself/);
    expect((await findCurrentState(aggregates.database))?.version).toBe(first.version);
    await aggregates.database.query('delete from territory_link where parent_id = 421 and child_id = 423');
    expect((await aggregates.rebuild()).version).toBe(first.version);
  });

  it('runs once at a time: of two instances, the second finds nothing to do', async () => {
    const other = await AggregatesWorld.on(aggregates.url);
    const reports = await Promise.all([aggregates.rebuild(), other.rebuild(), aggregates.rebuild()]);
    await other.close();
    expect(reports.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(new Set(reports.map(({ version }) => version)).size).toBe(1);
  });

  it('brings the previous value back when a batch is withdrawn, and reads an earlier state as it was', async () => {
    const small: World = {
      places: [
        { id: 1, level: 'commune', population: 10 },
        { id: 2, level: 'epci' },
      ],
      links: [[2, 1]],
      indicators: [{ code: 'SUM', territorialRule: 'sum' }],
      batches: [1, 2],
      observations: [
        { territory: 1, indicator: 'SUM', period: '2020', value: 10, batch: 1 },
        { territory: 1, indicator: 'SUM', period: '2020', value: 20, batch: 2 },
      ],
    };
    await aggregates.fill(small);
    const first = await aggregates.rebuild();
    expect(told((await aggregates.measure(small, 2, 'SUM', '2020'))?.measure)).toBe(20);
    await publish(2, 'withdrawn', 2);
    await aggregates.rebuild();
    expect(told((await aggregates.measure(small, 2, 'SUM', '2020'))?.measure)).toBe(10);
    const earlier = (await findState(aggregates.database, first.version))!;
    const read = await listMeasures(aggregates.database, earlier, { territoryIds: [1, 2], indicatorIds: [1] });
    expect(read.map(({ measure }) => told(measure))).toEqual([20, 20]);
  });

  it(`keeps the last ${statesKept} states readable and says which it drops`, async () => {
    for (let round = 0; round <= statesKept; round++) {
      await addBatch(100 + round);
      const { messages } = await aggregates.rebuild();
      if (round === statesKept) expect(messages.at(-1)).toContain('n°\u00a01');
    }
    const states = await listStates(aggregates.database);
    expect(states.filter(({ isReadable }) => isReadable)).toHaveLength(statesKept);
    expect(await findState(aggregates.database, 1)).toBeUndefined();
    const { rows } = await aggregates.database.query<{ n: number }>(
      `select count(*)::integer as n from pg_inherits where inhparent = 'aggregate'::regclass`,
    );
    expect(rows[0]?.n).toBe(statesKept);
  }, 120_000);
});
