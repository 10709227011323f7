import {
  type AreasFacts,
  aPeriod,
  composeMap,
  composeRanking,
  composeTrend,
  type FigureTerritory,
  locales,
  type Measure,
  measured,
  type TrendFacts,
  trendOption,
} from '@sillage/indicators';
import { drawFigure } from '../../apps/api/src/dashboards/draw-figure';
import { figureCsv } from '../../apps/api/src/dashboards/figure-csv';
import { drawMap } from '../../apps/api/src/dashboards/map-geometry';
import { renderPng } from '../../apps/api/src/dashboards/render-png';
import { standaloneSvg } from '../../apps/api/src/dashboards/standalone-svg';
import { anIndicator, aSeries } from '../support/builders';

const definition = anIndicator();
const indicator = { ...definition, label: definition.fr.label, wording: definition.fr.wording };
const source = {
  label: 'Insee',
  licence: 'Licence Ouverte',
  updatedOn: '2026-03-14',
  nextExpectedOn: null,
  isDemo: false,
};
const home: FigureTerritory = { level: 'departement', code: '00', name: 'Département de démonstration' };
const place: FigureTerritory = { level: 'commune', code: '00001', name: 'Aube <script>alert("1")</script>' };
const secret: Measure = { absence: 'suppressed-by-source' };

function aTrend(change: Partial<TrendFacts> = {}): TrendFacts {
  const series = aSeries(2014, [17.9, 18.1, null, 17.2, 17.0, secret, 15.4, 14.9]);
  return { kind: 'trend', indicator, territory: place, series, peers: null, reference: null, source, ...change };
}

/** A chequered département of square communes. */
const squares = Array.from({ length: 20 }, (_, index) => {
  const x = 0.1 * (index % 5);
  const y = 44 + 0.1 * Math.floor(index / 5);
  const ring = [
    [x, y],
    [x + 0.1, y],
    [x + 0.1, y + 0.1],
    [x, y + 0.1],
    [x, y],
  ];
  return {
    code: String(index + 1).padStart(5, '0'),
    name: `Commune ${index + 1}`,
    geometry: { type: 'Polygon' as const, coordinates: [ring] },
  };
});

function someAreas(change: Partial<AreasFacts> = {}): AreasFacts {
  const measures: Measure[] = squares.map((_, index) =>
    index === 3 ? secret : index === 7 ? { absence: 'not-available' } : measured(8 + index * 0.7),
  );
  return {
    kind: 'areas',
    indicator,
    home,
    level: 'commune',
    period: aPeriod('year', 2021),
    areas: squares.map(({ code, name }, index) => ({
      territory: { level: 'commune', code, name },
      measure: measures[index]!,
      status: 'normal' as const,
      interval: null,
    })),
    reference: { territory: home, measure: measured(12.1) },
    selected: '00003',
    geometryUrl: null,
    source,
    ...change,
  };
}

const geometry = { name: 'test', map: drawMap(squares)! };
const drawings = () => {
  const trend = aTrend();
  const areas = someAreas();
  return [
    ['trend', drawFigure(composeTrend(trend, 'fr'), trend, undefined, 'fr')!],
    ['map', drawFigure(composeMap(areas, 'fr'), areas, geometry, 'fr')!],
    ['ranking', drawFigure(composeRanking(areas, 'fr'), areas, undefined, 'fr')!],
  ] as const;
};

describe('a chart drawn by the server', () => {
  it.each(drawings())('%s has its sentence as alternative, and nothing that a strict policy refuses', (_, svg) => {
    for (const [width, drawing] of [
      ['860', svg.wide],
      ['320', svg.narrow],
    ] as const) {
      expect(drawing).toMatch(/^<svg role="img" focusable="false" aria-label="[^"]{20,}"/);
      expect(drawing).toContain(`width="${width}"`);
      expect(drawing).not.toMatch(/\sstyle=|<style|<script|<title|\son\w+=/);
      expect(drawing).not.toMatch(/NaN|undefined/);
      expect(drawing).not.toContain('Cette carte est intitulée');
    }
  });

  it.each(drawings())('%s has text of 14 pixels on a wide screen and 12 on a phone', (_, svg) => {
    const sizes = (drawing: string): number[] =>
      [...drawing.matchAll(/font-size="([\d.]+)(?:px)?"/g)].map(([, size]) => Number(size));
    for (const size of sizes(svg.wide)) expect(size).toBeGreaterThanOrEqual(14);
    for (const size of sizes(svg.narrow)) expect(size).toBeGreaterThanOrEqual(12);
  });

  it('gives no id twice to the two drawings of a page', () => {
    const ids = drawings().flatMap(([, svg]) =>
      [svg.wide, svg.narrow].flatMap((drawing) => [...drawing.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)),
    );
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('escapes a name that looks like markup', () => {
    const [[, trend]] = drawings();
    expect(trend.wide).not.toContain('<script');
    expect(trend.wide).toContain('&lt;script&gt;');
  });

  it('draws patterns for a secret and for an unknown value, told in the legend', () => {
    const [, [, map]] = drawings();
    expect(map.wide.match(/<pattern /g)).toHaveLength(2);
    expect(composeMap(someAreas(), 'fr').legend.map(({ label, pattern }) => [label, pattern])).toEqual(
      expect.arrayContaining([
        ['secret statistique (1)', 'dots'],
        ['non disponible (1)', 'lines'],
      ]),
    );
  });

  it('draws nothing where every value is hidden', () => {
    const hidden = aTrend({ series: aSeries(2020, [secret, secret]) });
    expect(drawFigure(composeTrend(hidden, 'fr'), hidden, undefined, 'fr')).toBeNull();
  });
});

describe('a trend', () => {
  const lines = (facts: TrendFacts) =>
    (
      trendOption(facts, 'fr', 860).series as {
        type: string;
        data: ({ value: number } | null)[];
        connectNulls?: boolean;
      }[]
    ).filter(({ type }) => type === 'line');

  it('leaves a gap where a value is missing or hidden, and joins nothing', () => {
    const [line] = lines(aTrend());
    expect(line!.connectNulls).toBe(false);
    expect(line!.data.map((item) => item?.value ?? null)).toEqual([17.9, 18.1, null, 17.2, 17, null, 15.4, 14.9]);
  });

  it('is cut in two by a break in series', () => {
    const series = aSeries(2018, [10, 11, 15, 16]).map((point, index) =>
      index === 2 ? { ...point, status: 'series-break' as const } : point,
    );
    const [before, after] = lines(aTrend({ series }));
    expect(before!.data.map((item) => item?.value ?? null)).toEqual([10, 11, null, null]);
    expect(after!.data.map((item) => item?.value ?? null)).toEqual([null, null, 15, 16]);
    expect(composeTrend(aTrend({ series }), 'fr').caption).toContain('rupture de série');
  });

  it('says where an axis that is not at zero starts', () => {
    expect(composeTrend(aTrend(), 'fr').caption).toMatch(/L’axe vertical commence à 1\d/);
    expect(composeTrend(aTrend({ series: aSeries(2019, [2, 10, 4]) }), 'fr').caption).not.toContain('axe vertical');
  });

  it.each(locales)('has the same numbers in its table and in its facts (%s)', (locale) => {
    const facts = aTrend();
    const cells = composeTrend(facts, locale).table.rows.map((row) => row[1]!);
    expect(cells.map(({ text }) => (/\d/.test(text) ? Number(text.replace(',', '.')) : text))).toEqual(
      facts.series.map(({ measure }) =>
        'value' in measure
          ? measure.value
          : measure === secret
            ? locale === 'fr'
              ? 's'
              : 'c'
            : locale === 'fr'
              ? 'n.d.'
              : 'x',
      ),
    );
    expect(cells[5]).toMatchObject({
      provenance: { indicator: 'PREV-13', level: 'commune', code: '00001', period: '2019' },
    });
  });
});

describe('a map and a comparison', () => {
  it.each([composeMap, composeRanking])('name every territory, those without a value too', (compose) => {
    const { rows } = compose(someAreas(), 'fr').table;
    expect(rows).toHaveLength(squares.length);
    expect(rows.map((row) => row[0]!.text).sort()).toEqual(squares.map(({ name }) => name).sort());
    expect(rows.slice(-2).map((row) => row[1]!.text)).toEqual(['s', 'n.d.']);
  });

  it('say what they show in a sentence of at most thirty words', () => {
    for (const figure of [
      composeMap(someAreas(), 'fr'),
      composeRanking(someAreas(), 'fr'),
      composeTrend(aTrend(), 'fr'),
    ])
      for (const sentence of figure.sentence.split(/(?<=\.) (?=[A-ZÀ-Ý0-9])/))
        expect(sentence.split(' ').length).toBeLessThanOrEqual(30);
  });

  it('use the published value of the whole as reference, or else the median', () => {
    expect(composeRanking(someAreas(), 'fr').sentence).toContain('Département de démonstration (12,1');
    expect(composeRanking(someAreas({ reference: null }), 'fr').sentence).toContain('la médiane');
    expect(composeRanking(someAreas({ reference: { territory: home, measure: secret } }), 'fr').sentence).toContain(
      'la médiane',
    );
  });
});

describe('a figure as a file', () => {
  const page = () => {
    const areas = someAreas();
    const figure = composeMap(areas, 'fr');
    const downloads = { csv: '', svg: '', png: '' };
    const svg = drawFigure(figure, areas, geometry, 'fr');
    return { ...structuredClone(figure), svg, facts: { ...areas }, downloads } as unknown as Parameters<
      typeof standaloneSvg
    >[0];
  };

  it('opens in a French spreadsheet: mark of UTF-8, semicolons, decimal commas, symbols and source', () => {
    const csv = figureCsv(page(), 'fr');
    expect(csv.startsWith('\ufeffTerritoire;Valeur (%);')).toBe(true);
    expect(csv).toContain('Commune 20;21,3;');
    expect(csv).toContain('Commune 4;s;;secret statistique');
    expect(csv).toContain('Symboles;s\u00a0: secret statistique.');
    expect(csv).toContain('Source;Source\u00a0: Insee – Licence Ouverte');
  });

  it('never lets a spreadsheet run a name as a formula', () => {
    const areas = someAreas();
    const first = areas.areas[0]!;
    const evil = { ...first, territory: { ...first.territory, name: '=HYPERLINK("http://x")' } };
    const figure = composeMap({ ...areas, areas: [evil] }, 'fr');
    const csv = figureCsv(
      { ...page(), table: structuredClone(figure.table) as ReturnType<typeof page>['table'] },
      'fr',
    );
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`);
  });

  it('carries its title, key and source as an image', () => {
    const svg = standaloneSvg(page())!;
    expect(svg).toContain('secret statistique (1)');
    expect(svg).toContain('Licence Ouverte');
    expect(svg).not.toMatch(/\sstyle=|<style/);
    const png = renderPng(svg);
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    // Without its fonts the same drawing weighs about half
    expect(png.length).toBeGreaterThan(20_000);
  });
});
