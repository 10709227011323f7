import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { periodOfCode, periodText } from '@sillage/indicators';
import { indicatorPageSchema, provenanceSchema } from '../../apps/api/src/dashboards/pages.dto';
import { Database } from '../../apps/api/src/database/database';
import { getJson, type OwnApplication } from '../support/application';
import { aDemonstration } from '../support/demonstration';

describe('where a figure of the demonstration comes from', () => {
  let demonstration: OwnApplication;
  let app: NestFastifyApplication;

  beforeAll(async () => {
    demonstration = await aDemonstration();
    app = demonstration.app;
  }, 120_000);
  afterAll(() => demonstration.close());

  const query = async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    (await app.get(Database, { strict: false }).query<Row>(sql, values)).rows;

  const provenance = async (indicator: string, level: string, code: string, period: string) =>
    provenanceSchema.parse(
      await getJson(app, `/api/v1/provenance?indicator=${indicator}&level=${level}&code=${code}&period=${period}`),
    );

  const periodOf = (code: number): string => periodText(periodOfCode(code));

  it('a sum names the line of each part that it adds up', async () => {
    const sums = await query<{ code: string; level: string; place: string; period: number; parts: number }>(
      `select distinct on (indicator.code) indicator.code, territory.level, territory.code as place, period,
         available_count + suppressed_count as parts
       from aggregate
       join indicator on indicator.id = aggregate.indicator_id
       join territory on territory.id = aggregate.territory_id
       where origin = 1 and absence is null and territory.level in ('epci', 'departement')
         and available_count + suppressed_count between 2 and 50
       order by indicator.code, period desc, territory.id`,
    );
    expect(sums.length).toBeGreaterThan(0);
    for (const { code, level, place, period, parts } of sums) {
      const { lines, lineCount } = await provenance(code, level, place, periodOf(period));
      expect([code, level, place, period, lineCount]).toEqual([code, level, place, period, parts]);
      expect(new Set(lines.map((line) => `${line.file} ${line.line}`)).size).toBe(parts);
      expect(lines.every(({ file, line }) => file.endsWith('.csv') && line > 1)).toBe(true);
    }
  });

  it('a year made from months has twelve lines, each with its month', async () => {
    const [year] = await query<{ code: string; level: string; place: string; period: number }>(
      `select indicator.code, territory.level, territory.code as place, period
       from aggregate
       join indicator on indicator.id = aggregate.indicator_id
       join territory on territory.id = aggregate.territory_id
       join indicator_version version on version.indicator_id = indicator.id and version.version = current_version
       where origin = 3 and absence is null and version.definition ->> 'temporalRule' <> 'last'
       order by indicator.code, period, territory.id limit 1`,
    );
    expect(year).toBeDefined();
    const { lines, lineCount } = await provenance(year!.code, year!.level, year!.place, periodOf(year!.period));
    expect(lineCount).toBe(12);
    expect(new Set(lines.map(({ indicator }) => indicator)).size).toBe(12);
  });

  it('a hidden count is printed nowhere, nor what it could be computed from', async () => {
    const small = await query<{ code: string; place: string; period: number }>(
      `select distinct on (indicator.code) indicator.code, territory.code as place, period
       from observation
       join territory on territory.id = observation.territory_id and territory.level = 'commune'
       join indicator on indicator.id = observation.indicator_id
       join indicator_version version on version.indicator_id = indicator.id and version.version = current_version
       where value > 0 and value < (version.definition ->> 'suppressionThreshold')::integer
         and version.definition ->> 'territorialRule' = 'sum'
       order by indicator.code, period desc, territory.id`,
    );
    expect(small.length).toBeGreaterThan(0);
    for (const { code, place, period } of small) {
      const { value, lines } = await provenance(code, 'commune', place, periodOf(period));
      expect([code, place, value]).toEqual([code, place, 's']);
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.every((line) => line.value === 's')).toBe(true);
    }
  });

  it('neither a hidden sum nor a hidden rate prints what it was made of', async () => {
    const sums = await query<{ code: string; level: string; place: string; period: number }>(
      `select distinct on (indicator.code, origin) indicator.code, territory.level, territory.code as place, period
       from aggregate
       join indicator on indicator.id = aggregate.indicator_id
       join territory on territory.id = aggregate.territory_id
       where absence = 2
       order by indicator.code, origin, period desc, territory.id`,
    );
    const page = indicatorPageSchema.parse(await getJson(app, '/api/v1/pages/indicator/PREV-11?level=commune'));
    const cell = page
      .map!.table.rows.map(([, value]) => value!)
      .find(({ text, provenance: datum }) => text === 's' && datum)!;
    const rate = cell.provenance!;
    const found = [await provenance(rate.indicator, rate.level, rate.code, rate.period)];
    for (const { code, level, place, period } of sums)
      found.push(await provenance(code, level, place, periodOf(period)));
    expect(found.map(({ value }) => value).filter((value) => value !== 's')).toEqual([]);
    expect(found[0]!.lines.length).toBeGreaterThan(0);
    expect(found.flatMap(({ lines }) => lines.map(({ value }) => value)).filter((value) => /\d/.test(value))).toEqual(
      [],
    );
  });
});
