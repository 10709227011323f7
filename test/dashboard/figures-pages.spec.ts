import { aPeriod, locales, type Measure, periodCode, type TerritoryLevel } from '@sillage/indicators';
import fc from 'fast-check';
import { composeHome } from '../../apps/api/src/dashboards/compose-home';
import { composeIndicator } from '../../apps/api/src/dashboards/compose-indicator';
import { composeTerritory } from '../../apps/api/src/dashboards/compose-territory';
import { drawFigure } from '../../apps/api/src/dashboards/draw-figure';
import { drawMap } from '../../apps/api/src/dashboards/map-geometry';
import { MeasureTableBuilder } from '../../apps/api/src/dashboards/measure-table';
import type { CommonFacts, Dress, Indicator, Place } from '../../apps/api/src/dashboards/page-facts';
import { anIndicator } from '../support/builders';

const aPlace = (id: number, level: TerritoryLevel, code: string, name: string): Place => ({
  id,
  level,
  code,
  name,
  population: 1000 + id,
  isDemo: true,
});
const home = aPlace(1, 'departement', '00', 'Département de démonstration');
const epcis = Array.from({ length: 4 }, (_, index) => aPlace(10 + index, 'epci', `00000000${index}`, `EPCI ${index}`));
const communes = Array.from({ length: 12 }, (_, index) =>
  aPlace(100 + index, 'commune', `000${10 + index}`, `Commune ${index}`),
);
const indicators: Indicator[] = [
  { ...anIndicator(), id: 1, version: 1 },
  {
    ...anIndicator({ code: 'REVI-03', aim: 'revitalisation', polarity: 'higher-is-better', leadRank: 1 }),
    id: 2,
    version: 1,
  },
  { ...anIndicator({ code: 'PART-01', aim: 'participation', polarity: 'none', leadRank: null }), id: 3, version: 1 },
];
const common: CommonFacts = {
  home,
  indicators,
  sources: [],
  state: { version: 3, computedAt: '2026-03-14T03:00:00Z' },
  today: '2026-03-14',
};

interface Row {
  readonly territoryId: number;
  readonly indicatorId: number;
  readonly period: number;
  readonly measure: Measure;
  readonly status: 'normal';
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** Values of every place for six years; those that `isSecret` picks are hidden, their counts being `hiddenCount`. */
function rows(isSecret: (place: Place, year: number) => boolean, hiddenCount: number): Row[] {
  return [home, ...epcis, ...communes].flatMap((place) =>
    indicators.flatMap(({ id }) =>
      [2016, 2017, 2018, 2019, 2020, 2021].map((year): Row => {
        const numerator = 80 + ((place.id * 7 + year * (id === 2 ? -3 : 3)) % 40);
        const cell = {
          territoryId: place.id,
          indicatorId: id,
          period: periodCode(aPeriod('year', year)),
          status: 'normal' as const,
        };
        if (isSecret(place, year))
          return {
            ...cell,
            measure: { absence: 'suppressed-primary' },
            numerator: hiddenCount,
            denominator: 500 + hiddenCount,
          };
        return { ...cell, measure: { value: (numerator / 600) * 100 }, numerator, denominator: 600 };
      }),
    ),
  );
}

function pages(read: readonly Row[], locale: 'fr' | 'en' = 'fr') {
  const builder = new MeasureTableBuilder();
  builder.add(read);
  const table = builder.build();
  const map = drawMap(
    communes.map(({ code, name }, index) => {
      const x = index % 4;
      const y = 44 + Math.floor(index / 4);
      return {
        code,
        name,
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [x, y],
              [x + 1, y],
              [x + 1, y + 1],
              [x, y + 1],
              [x, y],
            ],
          ],
        },
      };
    }),
  )!;
  const dress: Dress = (figure, facts) =>
    ({
      ...figure,
      facts,
      svg: drawFigure(figure, facts, { name: 'pages', map }, locale),
      downloads: { csv: 'csv', svg: 'svg', png: 'png' },
    }) as unknown as ReturnType<Dress>;
  const parts = [...epcis, ...communes];
  const commune = communes[2]!;
  return {
    home: composeHome({ ...common, parts, wishedMap: undefined, table }, [], dress, locale),
    territory: composeTerritory(
      {
        ...common,
        territory: commune,
        parents: [epcis[0]!, home],
        parts: [],
        peers: communes,
        share: null,
        merger: null,
        projects: [],
        table,
      },
      locale,
    ),
    indicator: composeIndicator(
      {
        ...common,
        indicator: indicators[0]!,
        territory: commune,
        parents: [epcis[0]!, home],
        parts,
        table,
        wished: { level: 'commune', period: undefined },
      },
      dress,
      locale,
    ),
  };
}

const noSecret = () => false;

describe('the pages', () => {
  it.each(locales)('name what changes, where and by how much (%s)', (locale) => {
    const { home: page } = pages(rows(noSecret, 0), locale);
    expect(page.inBrief.length).toBeGreaterThanOrEqual(3);
    expect(page.aims.map(({ aim }) => aim)).toEqual([
      'prevention',
      'participation',
      'decloisonnement',
      'revitalisation',
    ]);
    expect(page.map?.svg?.wide).toContain('<svg');
    expect(page.mapChoices.filter(({ isChosen }) => isChosen)).toHaveLength(1);
    for (const { text } of page.inBrief) expect(text.split(' ').length).toBeLessThanOrEqual(30);
  });

  it('judge only what has a polarity', () => {
    const { home: page } = pages(rows(noSecret, 0));
    const neutral = page.aims.find(({ aim }) => aim === 'participation')!;
    expect(['stable', 'higher', 'lower']).toContain(neutral.lead!.change.kind);
    expect(neutral.lead!.change.text).not.toMatch(/favorable/);
  });

  it('tell at least one unfavourable change when there is one', () => {
    const read = rows(noSecret, 0).map((row) => {
      const year = Math.floor(row.period / 1000) - 2016;
      const slope = row.indicatorId === 2 ? -0.3 : row.indicatorId === 1 ? -2 : 3;
      return row.territoryId === home.id ? { ...row, measure: { value: 30 + slope * year } } : row;
    });
    const kinds = pages(read).home.inBrief.map(({ verdict }) => verdict.kind);
    expect(kinds).toContain('favourable');
    expect(kinds).toContain('unfavourable');
  });

  it('show a hidden value as its symbol, with the value of the nearest whole as reference', () => {
    const { territory, indicator } = pages(rows((place) => place.level === 'commune', 5));
    const row = territory.aims[0]!.rows[0]!;
    expect(row).toMatchObject({ value: 's', absence: 'secret statistique', strip: null, sparkline: null });
    expect(row.reference).toMatch(/^Repère\u00a0: .+ pour EPCI 0 \(2021\)\.$/);
    expect(indicator.tile.value).toBe('s');
    expect(indicator.lead).toContain('secret statistique');
    expect(indicator.lead).toContain('EPCI 0');
    expect(indicator.map!.table.rows.every(([, value]) => value!.text === 's')).toBe(true);
    expect(indicator.map!.svg!.wide).toContain('<pattern');
  });

  it('keep a secret whatever is behind it: another hidden count changes not one byte of any page', () => {
    const place = fc.constantFrom(...communes, ...epcis);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(place, fc.integer({ min: 2016, max: 2021 })), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 0, max: 10 }),
        fc.integer({ min: 0, max: 10 }),
        (hidden, first, second) => {
          const isSecret = (candidate: Place, year: number): boolean =>
            hidden.some(([at, when]) => at.id === candidate.id && when === year);
          expect(JSON.stringify(pages(rows(isSecret, first)))).toBe(JSON.stringify(pages(rows(isSecret, second))));
        },
      ),
      { numRuns: 15 },
    );
  });

  it('watch what is late and what is mostly hidden', () => {
    const { home: page } = pages(rows((place) => place.level === 'commune', 3));
    expect(page.watch.some(({ text }) => text.includes('100\u00a0% des communes sous secret statistique'))).toBe(true);
  });

  it('say that nothing is published before the first state', () => {
    const empty = composeHome(
      { ...common, state: null, parts: [], wishedMap: undefined, table: new Map() },
      [],
      () => {
        throw new Error('nothing to draw');
      },
      'fr',
    );
    expect(empty.frame.state).toBeNull();
    expect(empty.subtitle).toContain('Importez un premier fichier');
    expect(empty.map).toBeNull();
  });
});
