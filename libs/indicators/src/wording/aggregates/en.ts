import { formatNumber } from '../format-number';
import type { aggregatesFr } from './fr';

const count = (value: number) => formatNumber(value, 0, 'en');

export const aggregatesEn: typeof aggregatesFr = {
  published: (version, figures) => `State no. ${version} published: ${count(figures)} aggregates.`,
  unchanged: (version) => `Nothing has changed since state no. ${version}: readers keep it.`,
  resting: (batches) =>
    batches === 0 ? 'No import is published.' : `Computed from ${count(batches)} published imports.`,
  withheld: (figures) => `${count(figures)} aggregates are not shown, for want of coverage.`,
  hidden: (figures) => `${count(figures)} aggregates are covered by statistical confidentiality.`,
  summedWithCare: (codes) => `Rows without numerator or denominator, or mixed, read one by one: ${codes.join(', ')}.`,
  dropped: (versions) =>
    `States too old, no longer readable: ${versions.map((version) => `no. ${version}`).join(', ')}.`,
  notDropped: 'An old state is still being read: it will be removed at the next rebuild.',
  noState: 'No figure has been computed yet: run the rebuild, or import a file.',
  unknownState: (version) =>
    `State no. ${version} does not exist or is no longer kept: choose one of those listed by /api/v1/states.`,
  unknownIndicator: (code) => `No indicator is called “${code}”: the codes are those of /api/v1/indicators.`,
  unknownTerritory: (level, code) => `No territory of level “${level}” has the code “${code}”.`,
  vintageOfOneCommune: 'A vintage is asked for one commune: level=commune&code=…&vintage=2018.',
  unknownAtVintage: (code: string, vintage: number) => `No commune had the code “${code}” on 1 January ${vintage}.`,
  territoryMissing: 'Name a territory with code=…, or all those of another with within=level:code.',
  tooManyTerritories: (total, most) =>
    `${count(total)} territories: more than the ${count(most)} of one answer. Narrow to a département with within=departement:code.`,
  periodNotRead: (seen) => `“${seen}” is not a period: write 2021, 2021-T3, 2020-10 or 2025-2026.`,
  columns: {
    level: 'level',
    code: 'territory_code',
    name: 'territory',
    indicator: 'indicator',
    period: 'period',
    value: 'value',
    numerator: 'numerator',
    denominator: 'denominator',
    status: 'status',
    coverage: 'coverage',
  },
};
