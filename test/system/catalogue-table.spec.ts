import { type IndicatorDefinition, indicatorName } from '@sillage/indicators';
import { shippedIndicators, shippedSources } from '../../apps/api/src/catalogue/default-catalogue';

// The catalogue as the domain's experts wrote it: code, unit, polarity (+ − ○), territorial rule, temporal rule, frequency,
// kind and suppression threshold. Rules: Σ sum · R ratio of sums · WM weighted mean · DC distinct count · NA none · DER derived.
// Time: F flow · S31 stock at 31 December · AVG mean · LAST · RP census window · DC never summed.
const expected = `
PREV-01 per-1000 ○ R S31 an C/I 11
PREV-02 percent + R S31 an R 11
PREV-03 percent + R S31 an R 11
PREV-04 per-1000 ○ R F an C 11
PREV-05 percent + R F an R 11
PREV-06 percent − R S31 an C 5
PREV-07 percent + R F an R 11
PREV-08 days − WM F an R 11
PREV-09 percent + R LAST an O –
PREV-10 percent + R F an R 11
PREV-11 percent − NA LAST an C 11
PREV-12 euros-per-year + NA LAST an C 11
PREV-13 percent − R RP an C –
PREV-14 count + Σ F trim. R 11
PREV-15 percent + R F an R 11
PART-01 persons + DC DC trim. O 5
PART-02 count + Σ F mois O –
PART-03 percent + R F an O 11
PART-04 percent + R F an R –
PART-05 percent + R LAST an R –
PART-06 percent + R F an R 11
PART-07 points + WM LAST sem. R 11
PART-08 percent − R LAST an R 11
PART-09 percent + R S31 an R –
PART-10 per-10000 + R F an C/I –
PART-11 percent + R F an O –
DECL-01 count + WM LAST an O –
DECL-02 percent + R LAST an O –
DECL-03 percent + R F an M –
DECL-04 count + DC LAST an O –
DECL-05 percent + R LAST an O –
DECL-06 percent + R LAST an M –
DECL-07 percent + R AVG an M –
DECL-08 count − WM LAST an R 11
DECL-09 percent + R S31 an R 11
DECL-10 percent + R S31 an O –
DECL-11 euros-per-inhabitant ○ R F an M –
REVI-01 percent-per-year + DER RP an C/I –
REVI-02 persons ○ Σ F an C –
REVI-03 percent − R LAST an C/I 11
REVI-04 percent + R F an C/I 3
REVI-05 count + Σ LAST an C/I –
REVI-06 percent + R LAST an I –
REVI-07 count + Σ RP an C/I 3
REVI-08 percent − R AVG trim. C 5
REVI-09 per-1000 + R S31 an O 5
REVI-10 fte + Σ LAST an R –
REVI-11 euros + Σ F an R 3
REVI-12 percent + R LAST an I –
REVI-13 euros-per-square-metre ○ NA LAST an C 11
REVI-14 count + Σ F an C –
REVI-15 consultations-per-year + WM LAST an C –
REVI-16 per-100 + R S31 an C –`;

const polarities = { '+': 'higher-is-better', '−': 'lower-is-better', '○': 'none' } as Record<string, string>;
const territorial = {
  Σ: 'sum',
  R: 'ratio-of-sums',
  WM: 'weighted-mean',
  DC: 'distinct-count',
  NA: 'none',
  DER: 'derived',
} as Record<string, string>;
const temporal = { F: 'sum', S31: 'last', AVG: 'average', LAST: 'last', RP: 'none', DC: 'none' } as Record<
  string,
  string
>;
const frequencies = { an: 'P1Y', 'sem.': 'P6M', 'trim.': 'P3M', mois: 'P1M' } as Record<string, string>;
// A state of the territory is read as context: it is never presented as an effect.
const kinds = { C: 'context', 'C/I': 'context', M: 'input', O: 'output', R: 'outcome', I: 'impact' } as Record<
  string,
  string
>;
const aims = { PREV: 'prevention', PART: 'participation', DECL: 'decloisonnement', REVI: 'revitalisation' } as Record<
  string,
  string
>;

const rows = expected
  .trim()
  .split('\n')
  .map((line) => line.split(' ') as [string, string, string, string, string, string, string, string]);

const all = shippedIndicators();
const byCode = new Map(all.map((indicator) => [indicator.code, indicator]));
const named = (code: string): IndicatorDefinition => {
  const found = byCode.get(code);
  if (!found) throw new Error(`${code} is not in the catalogue`);
  return found;
};

describe('the 53 indicators', () => {
  it('are all there, and nothing else has an aim', () => {
    expect(rows).toHaveLength(53);
    const withAim = all.filter((indicator) => indicator.aim !== null).map((indicator) => indicator.code);
    expect(withAim.sort()).toEqual(rows.map(([code]) => code).sort());
  });

  it.each(rows)('%s follows its rules', (code, unit, polarity, rule, time, frequency, kind, threshold) => {
    expect(named(code)).toMatchObject({
      unit,
      polarity: polarities[polarity],
      territorialRule: territorial[rule],
      temporalRule: temporal[time],
      frequency: frequencies[frequency],
      kind: kinds[kind],
      aim: aims[code.slice(0, 4)],
      suppressionThreshold: threshold === '–' ? null : Number(threshold),
      coverageThreshold: 0.8,
    });
  });

  it.each(['prevention', 'participation', 'decloisonnement', 'revitalisation'])('have one lead for %s', (aim) => {
    expect(all.filter((indicator) => indicator.aim === aim && indicator.leadRank === 1)).toHaveLength(1);
  });
});

describe('the definitions of the catalogue', () => {
  it.each(all.map((indicator) => [indicator.code, indicator] as const))('%s is whole', (_code, indicator) => {
    for (const field of ['numerator', 'denominator', 'weight'] as const) {
      const component = indicator[field];
      if (component !== null) expect([...byCode.keys()]).toContain(component);
    }
    if (indicator.territorialRule === 'ratio-of-sums') {
      const scales = { percent: 100, 'per-100': 100, 'per-1000': 1000, 'per-10000': 10000 } as Record<string, number>;
      // DECL-11 divides thousands of euros by inhabitants.
      expect(indicator.scale).toBe(scales[indicator.unit] ?? 1000);
      // Either both components are indicators, or files give both beside the value.
      expect(indicator.numerator === null).toBe(indicator.denominator === null);
    } else {
      expect(indicator.scale).toBe(1);
      expect(indicator.denominator).toBeNull();
    }
    if (indicator.territorialRule === 'derived') expect(indicator.derivation).not.toBeNull();
    for (const text of [indicator.fr, indicator.en]) {
      expect(text.label.trim()).not.toBe('');
      expect(text.definition).toMatch(/[.!?]$/);
      expect(text.formula.trim()).not.toBe('');
      expect(text.wording.subject).toMatch(/^\p{Ll}.*[^.]$/u);
      expect(text.wording.counted.trim()).not.toBe('');
    }
    expect(indicator.fr.wording.subject).toMatch(/^(le|la|les) |^l’/);
    // French typography: a no-break space before the high signs.
    expect(JSON.stringify(indicator.fr)).not.toMatch(/ [%;!?»]| : |« /);
    expect(indicator.en.label).not.toBe(indicator.fr.label);
  });

  it('give each name to one indicator, and each source exists', () => {
    const names = all.flatMap(({ code, synonyms }) => [...new Set([code, ...synonyms].map(indicatorName))]);
    expect(new Set(names).size).toBe(names.length);
    const sources = shippedSources().map((source) => source.code);
    expect([...new Set(all.map((indicator) => indicator.source))].filter((code) => !sources.includes(code))).toEqual(
      [],
    );
  });

  it('hold every column of the communes of Filosofi, under its stem', () => {
    const header =
      'NBMENFISC NBPERSMENFISC MED PIMP TP60 TP60AGE1 TP60AGE2 TP60AGE3 TP60AGE4 TP60AGE5 TP60AGE6 TP60TOL1 TP60TOL2 PACT PTSA PCHO PBEN PPEN PPAT PPSOC PPFAM PPMINI PPLOGT PIMPOT D1 D9 RD';
    const names = new Map(all.flatMap((one) => [one.code, ...one.synonyms].map((name) => [name, one] as const)));
    const rules = header.split(' ').map((stem) => [stem, names.get(stem)?.territorialRule]);
    expect(rules.filter(([, rule]) => rule === undefined)).toEqual([]);
    // Only counts add up.
    expect(rules.filter(([, rule]) => rule === 'sum').map(([stem]) => stem)).toEqual(['NBMENFISC', 'NBPERSMENFISC']);
    expect(new Set(rules.slice(2).map(([, rule]) => rule))).toEqual(new Set(['none']));
  });

  it('hold the twelve series of the Drees and the monthly one', () => {
    const codes =
      'ASE_ACCUEILLIS ASE_CONFIES ASE_ACTIONS_EDUC ASE_AED ASE_AEMO APA_BENEF PCH_BENEF AAH_ALLOC MINSOC_ALLOC DEP_ASE_NETTE DEP_TOTALE_BRUTE RSA_ALLOC';
    for (const code of codes.split(' ')) expect(named(code).territorialRule).toBe('sum');
    expect(named('RSA_MENSUEL')).toMatchObject({ temporalRule: 'average', frequency: 'P1M' });
  });
});
