import {
  composeBudget,
  composeCounterfactual,
  composeDoubleEffect,
  composeEffectsForest,
  composeGapByPeriod,
  counterfactualOption,
  type Figure,
  type FigureFacts,
  type Locale,
  locales,
} from '@sillage/indicators';
import { drawFigure } from '../../apps/api/src/dashboards/draw-figure';
import { renderPng } from '../../apps/api/src/dashboards/render-png';
import {
  aBudget,
  aDoubleEffect,
  aForest,
  anEffectIndicator,
  anEffectRow,
  aPath,
  aPathFigure,
} from '../support/effect-facts';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const sinceStart = aPathFigure({
  isSinceStart: true,
  isStaggered: true,
  path: aPath().map((point) => ({ ...point, period: point.period - 2021 })),
});

const figures: [string, FigureFacts, (locale: Locale) => Figure][] = [
  ['counterfactual', aPathFigure(), (locale) => composeCounterfactual(aPathFigure(), locale)],
  ['counterfactual of staggered starts', sinceStart, (locale) => composeCounterfactual(sinceStart, locale)],
  ['gap-by-period', aPathFigure(), (locale) => composeGapByPeriod(aPathFigure(), locale)],
  ['gap-by-period of staggered starts', sinceStart, (locale) => composeGapByPeriod(sinceStart, locale)],
  ['effects-forest', aForest(), (locale) => composeEffectsForest(aForest(), locale)],
  ['double-effect', aDoubleEffect(), (locale) => composeDoubleEffect(aDoubleEffect(), locale)],
  ['budget', aBudget(), (locale) => composeBudget(aBudget(), locale)],
];

describe('the declared end of a project', () => {
  const linesOf = (facts: ReturnType<typeof aPathFigure>) => {
    const { graphic } = counterfactualOption(facts, 'fr', 900);
    return (graphic as { type: string; style: { lineDash?: number[] } }[]).filter(
      ({ type, style }) => type === 'line' && style.lineDash,
    );
  };

  it('is marked where the effect is still read after it, and nowhere else', () => {
    const ended = aPathFigure({ endYear: 2023 });
    expect(linesOf(ended)).toHaveLength(1);
    expect(plain(composeCounterfactual(ended, 'fr').caption)).toContain('fin du projet (2023)');
    for (const open of [aPathFigure(), aPathFigure({ endYear: 2030 }), { ...sinceStart, endYear: 2 }]) {
      expect(linesOf(open)).toEqual([]);
      expect(composeCounterfactual(open, 'fr').caption).not.toContain('fin du projet');
    }
  });
});

describe.each(figures)('the figure %s', (_, facts, compose) => {
  it.each(locales)('says in %s what it shows, without a cause', (locale) => {
    const figure = compose(locale);
    for (const text of [figure.title, figure.subtitle, figure.sentence, figure.caption, figure.table.caption])
      expect(text).not.toMatch(/undefined|NaN|null|grâce à|thanks to/i);
    expect(figure.title.split(' ').length).toBeLessThanOrEqual(16);
    expect(figure.table.rows.length).toBeGreaterThan(0);
    for (const row of figure.table.rows) expect(row).toHaveLength(figure.table.columns.length);
  });

  it('is drawn at both widths with its sentence as its text, never in motion', () => {
    const figure = compose('fr');
    const svg = drawFigure(figure, facts, undefined, 'fr');
    for (const drawing of [svg!.wide, svg!.narrow]) {
      expect(drawing).toContain('role="img"');
      expect(drawing).not.toMatch(/<(script|style|animate)|NaN|style="/);
      expect(renderPng(drawing).subarray(1, 4).toString()).toBe('PNG');
    }
  });
});

describe('the counterfactual', () => {
  it('has in its table what its chart draws', () => {
    const { table } = composeCounterfactual(aPathFigure(), 'fr');
    expect(table.rows.at(-1)!.map(({ text }) => plain(text))).toEqual([
      '2025',
      '13,8',
      '15,6',
      'entre 14,5 et 16,8',
      '−1,8 point',
    ]);
  });

  it('counts years from the start where territories did not start together, and shows no level', () => {
    const figure = composeCounterfactual(sinceStart, 'fr');
    expect(figure.title).toBe('Depuis la 1re année, l’observé passe sous l’attendu sans le projet');
    expect(figure.sentence).toMatch(/^En moyenne sur les 5 premières années, l’écart/);
    expect(figure.table.rows.at(-1)![0]).toEqual({ text: '+4' });
  });
});

describe('the gap by period', () => {
  it.each([
    ['clear up to the newest year', [-0.5, -1, -1.2, -1.5, -1.8], 'L’écart ne se confond plus avec zéro depuis 2022'],
    ['clear for a while only', [-1, -1.2, -1.5, -0.1, 0], 'L’écart se distingue de zéro 3 années sur 5'],
    ['never clear', [0, -0.1, 0.1, 0, -0.1], 'L’écart peut être nul toutes les années'],
  ])('is %s', (_, effects, title) => {
    expect(composeGapByPeriod(aPathFigure({ path: aPath(effects) }), 'fr').title).toBe(title);
  });
});

describe('the forest of effects', () => {
  it('keeps a row for what is refused or open, and counts them in its title', () => {
    const figure = composeEffectsForest(aForest(), 'fr');
    expect(plain(figure.title)).toBe('1 effet favorable, 1 défavorable, 1 sans conclusion, 1 non estimable');
    expect(figure.table.rows.map(([name]) => name!.text)).toEqual([
      'Maisons de proximité',
      'Budget participatif',
      'Navettes rurales de l’Est et du plateau des Trois Rivières',
      'ESAT de Mézin',
    ]);
    expect(figure.table.rows.at(-1)![2]).toEqual({ text: 'effet non estimable' });
  });

  it('counts a negligible effect as one, not as an open one', () => {
    const small = anEffectRow({ name: 'Petit', conclusion: 'negligible', certainty: 'negligible' });
    const figure = composeEffectsForest(aForest({ rows: [...aForest().rows, small] }), 'fr');
    expect(plain(figure.title)).toContain('1 sans conclusion, 1 négligeable, 1 non estimable');
    expect(plain(figure.sentence)).toContain('1 sans conclusion, 1 négligeable,');
    expect(figure.legend.map(({ label }) => label)).toContain('négligeable');
  });

  it('takes a scale in per cent of what was expected where units differ, and says so', () => {
    const other = anEffectRow({
      name: 'Soutien aux aidants',
      indicator: anEffectIndicator({ unit: 'persons', decimals: 0, polarity: 'none' }),
      effect: { estimate: 34, interval: { low: 12, high: 56 }, expected: 240, treatedCount: 3 },
    });
    const figure = composeEffectsForest(aForest({ rows: [...aForest().rows, other] }), 'fr');
    expect(plain(figure.subtitle)).toContain('en % de la valeur attendue sans le projet');
    expect(plain(figure.sentence)).toContain('Effets nets sans sens déclaré : 1.');
    expect(figure.table.rows.map((row) => plain(row[2]!.text))).toContain('+34 par territoire');
  });
});

describe('the double effect', () => {
  it('sets projects in words where they stand, and lists those that cannot be placed', () => {
    const figure = composeDoubleEffect(aDoubleEffect(), 'fr');
    expect(plain(figure.title)).toBe('1 projet sur 4 : effet favorable clair sur les personnes et sur le lieu');
    const readings = new Map(figure.table.rows.map((row) => [row[0]!.text, plain(row.at(-1)!.text)]));
    expect(readings.get('Maisons de proximité')).toBe('mieux pour les personnes et pour le lieu (net des deux côtés)');
    expect(readings.get('Navettes rurales')).toContain('mieux pour les personnes, moins bien pour le lieu');
    expect(figure.notes.join()).toContain('ESAT de Mézin');
  });

  it('is not drawn where no project has both effects', () => {
    const facts = aDoubleEffect({ projects: aDoubleEffect().projects.slice(-1) });
    expect(drawFigure(composeDoubleEffect(facts, 'fr'), facts, undefined, 'fr')).toBeNull();
  });
});

describe('the budget', () => {
  it('shows an amount that was not given as absent, never as zero', () => {
    const figure = composeBudget(aBudget(), 'fr');
    expect(plain(figure.title)).toBe('94 % du budget voté 2024 est réalisé');
    expect(figure.table.rows.at(-1)!.slice(2, 4)).toEqual([
      { text: 'n.d.', absence: 'non communiqué' },
      { text: 'n.d.', absence: 'non communiqué' },
    ]);
    expect(figure.sources).toEqual(['Données fictives de démonstration\u00a0: budget du projet']);
  });
});
