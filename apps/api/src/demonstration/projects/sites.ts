import type { DemonstrationDepartement } from '../geography/demonstration-departement';

/** Communes that begin together: the largest of a canton, without its town. */
interface Wave {
  /** Rank of the canton. */
  readonly canton: number;
  readonly communeCount: number;
  readonly startDate: string;
}

/** What a fictitious project really does, by indicator: the relative change of what is drawn. Nobody else may read it. */
export interface DemonstrationSite {
  readonly code: string;
  readonly waves: readonly Wave[];
  readonly truth: Readonly<Record<string, number>>;
}

const townPopulation = 3_500;

/**
 * The figures of these communes are drawn with the change that `truth` says; what the pages say of it comes from the
 * estimators alone. Effects on the young count in PREV-13, on jobs in REVI-07, on new associations in PART-10.
 */
export const demonstrationSites: readonly DemonstrationSite[] = [
  {
    code: 'DEMO-MAISONS',
    waves: [{ canton: 7, communeCount: 7, startDate: '2023-01-02' }],
    truth: { 'PREV-13': -0.4, 'REVI-07': 0.06 },
  },
  {
    code: 'DEMO-GUICHETS',
    waves: [{ canton: 13, communeCount: 7, startDate: '2023-01-02' }],
    truth: { 'PREV-13': 0.45, 'REVI-07': -0.05 },
  },
  {
    code: 'DEMO-JARDINS',
    waves: [{ canton: 12, communeCount: 8, startDate: '2023-03-01' }],
    truth: { 'PART-10': 0.08, 'REVI-07': 0 },
  },
  {
    // begun in the year that is not over: whatever it does cannot be seen yet
    code: 'DEMO-NAVETTE',
    waves: [{ canton: 5, communeCount: 5, startDate: '2026-02-02' }],
    truth: {},
  },
  {
    code: 'DEMO-CENTRES-BOURGS',
    waves: [
      { canton: 8, communeCount: 7, startDate: '2018-01-15' },
      { canton: 14, communeCount: 6, startDate: '2020-01-06' },
      { canton: 11, communeCount: 6, startDate: '2023-01-09' },
    ],
    truth: { 'PREV-13': -0.3, 'REVI-07': 0.07 },
  },
];

export interface SiteCommune {
  readonly rank: number;
  readonly code: string;
  readonly startDate: string;
}

export const communesOf = ({ communes, cantons }: DemonstrationDepartement, site: DemonstrationSite): SiteCommune[] =>
  site.waves.flatMap(({ canton, communeCount, startDate }) =>
    (cantons[canton]?.communes ?? [])
      .filter((rank) => communes[rank]!.population < townPopulation)
      .sort((a, b) => communes[b]!.population - communes[a]!.population)
      .slice(0, communeCount)
      .map((rank) => ({ rank, code: communes[rank]!.code, startDate })),
  );
