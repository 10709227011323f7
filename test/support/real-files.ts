import { createReadStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { IndicatorDefinition, ReadingHints } from '@sillage/indicators';
import { RebuildService } from '../../apps/api/src/aggregates/rebuild.service';
import { CatalogueService } from '../../apps/api/src/catalogue/catalogue.service';
import { shippedIndicators } from '../../apps/api/src/catalogue/default-catalogue';
import { Database } from '../../apps/api/src/database/database';
import type { CheckResult } from '../../apps/api/src/imports/check-file';
import { ImportsService } from '../../apps/api/src/imports/imports.service';
import { TerritoriesService } from '../../apps/api/src/territories/territories.service';
import { anOwnApplication, getJson, type OwnApplication } from './application';
import { inseeFiles, sharedFile } from './shared';

interface ShownMeasure {
  readonly value: number | null;
  readonly absence: string | null;
  readonly status: string;
}

export interface Taken extends CheckResult {
  readonly id: number;
  readonly codes: Readonly<Record<string, number>>;
  /** What a person says of the file: one for each choice over a guess. */
  readonly clicks: number;
}

/** A count that adds up, under the names that files give it. */
export const aCount = (code: string, synonyms: readonly string[] = []): IndicatorDefinition => ({
  ...shippedIndicators().find((indicator) => indicator.code === 'REVI-14')!,
  code,
  synonyms,
  aim: null,
  leadRank: null,
});

const clicksOf = ({ columns = [], indicatorNames = {}, ...others }: ReadingHints): number =>
  columns.length + Object.keys(indicatorNames).length + Object.keys(others).length;

/** The whole product on INSEE's territories: files go in as they came, figures come out as they are published. */
export class RealFiles {
  private constructor(private readonly own: OwnApplication) {}

  static async open(indicators: readonly IndicatorDefinition[] = []): Promise<RealFiles> {
    const own = await anOwnApplication();
    await own.app.get(TerritoriesService).loadInseeFiles(inseeFiles);
    const catalogue = own.app.get(CatalogueService);
    await catalogue.loadDefault();
    for (const indicator of indicators) await catalogue.add(indicator);
    return new RealFiles(own);
  }

  get imports(): ImportsService {
    return this.own.app.get(ImportsService);
  }

  close(): Promise<void> {
    return this.own.close();
  }

  async take(content: string | Readable, name: string, hints: ReadingHints, source: string | null): Promise<Taken> {
    const input = typeof content === 'string' ? Readable.from([Buffer.from(content)]) : content;
    const clicks = clicksOf(hints);
    const { batch } = await this.imports.receive(input, name, { hints: clicks === 0 ? null : hints, source });
    const result = await this.imports.check(batch.id);
    const codes = Object.fromEntries(result.groups.map(({ code, count }) => [code, count]));
    return { ...result, id: batch.id, codes, clicks };
  }

  /** Checked, and published. */
  async publish(file: string, hints: ReadingHints = {}, source: string | null = null): Promise<Taken> {
    const taken = await this.take(createReadStream(sharedFile(file)), path.basename(file), hints, source);
    if (taken.outcome === 'reject')
      throw new Error(`${file}: ${taken.findings.map(({ code, message }) => `${code} ${message}`).join('\n')}`);
    await this.imports.publish(taken.id);
    return taken;
  }

  async rebuild(): Promise<void> {
    await this.own.app.get(RebuildService).rebuild('test');
  }

  /** All the published figures of an indicator at a level, by code and period: "47 2020-10". */
  async figures(indicator: string, level: string, more = ''): Promise<ReadonlyMap<string, ShownMeasure>> {
    const { measures } = await getJson<{ measures: (ShownMeasure & { code: string; period: string })[] }>(
      this.own.app,
      `/api/v1/measures?indicator=${indicator}&level=${level}${more}`,
    );
    return new Map(
      measures.map(({ code, period, value, absence, status }) => [`${code} ${period}`, { value, absence, status }]),
    );
  }

  /** How many values and absences a batch wrote, by code of absence. */
  async observedAbsences(batchId: number) {
    const { rows } = await this.own.app.get(Database).query<{ absence: number | null; count: number }>(
      `select absence, count(*)::integer as count from observation where batch_id = $1 group by absence
       order by absence nulls first`,
      [batchId],
    );
    return rows;
  }

  /** The published figures as the product exports them. */
  async exported(indicator: string, level: string, more = ''): Promise<string> {
    const url = `/api/v1/measures?indicator=${indicator}&level=${level}${more}&format=csv`;
    const answer = await this.own.app.inject({ url });
    if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.body}`);
    return answer.body;
  }

  /** What publishing its own export would change. */
  async planOfExport(indicator: string, level: string, more = '') {
    const text = await this.exported(indicator, level, more);
    const taken = await this.take(text, `${indicator}-${level}.csv`, {}, null);
    const { counts } = await getJson<{ counts: Record<string, number> }>(
      this.own.app,
      `/api/v1/imports/${taken.id}/plan`,
    );
    return { taken, counts, rows: text.trimEnd().split('\r\n').length - 1, text };
  }
}
