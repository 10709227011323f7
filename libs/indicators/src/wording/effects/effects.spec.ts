import fc from 'fast-check';
import { anEffect, anEvaluation } from '../../../../../test/support/evaluations';
import { effectMethods, type RefusalCode, refusalCodes, type WarningCode, warningCodes } from '../../effect/effect';
import type { Evaluation, EvaluationCheck, EvidenceLoss } from '../../effect/evaluation';
import { locales } from '../locale';
import { effectBrief } from './effect-brief';
import { effectLead } from './effect-lead';
import { formatEffect, roundPersons } from './effect-number';
import { effectTitle } from './effect-title';
import { effectVerdict } from './effect-verdict';
import { effectWords } from './effect-words';
import { checkSentence, evidenceSentences } from './evidence-sentences';
import { refusalSentences } from './refusal-sentences';
import { countWords, mostSentenceWords, mostTitleWords } from './sentence-length';
import type { Told } from './told';
import { warningSentences } from './warning-sentences';

const subject = {
  label: 'Jeunes sans emploi ni formation',
  unit: 'percent',
  decimals: 1,
  polarity: 'lower-is-better' as const,
  wording: {
    subject: 'la part des 18-25 ans sans emploi ni formation',
    isFeminine: true,
    isPlural: false,
    counted: 'jeunes',
  },
};

const effect = anEffect({
  estimate: -1.83,
  standardError: 0.66,
  interval: { low: -3.1, high: -0.5 },
  interval80: { low: -2.7, high: -0.9 },
  donorCount: 50,
  treatedCount: 8,
  periodsBefore: 2,
  periodsAfter: 2,
  prefit: { rmse: 0.2, relative: 0.01 },
  path: [
    { period: 2022, observed: 17.3, counterfactual: 17.4, gap: null, isAfter: false },
    { period: 2023, observed: 17, counterfactual: 17, gap: null, isAfter: false },
    { period: 2024, observed: 14.5, counterfactual: 16.3, gap: { low: -2.9, high: -0.6 }, isAfter: true },
    { period: 2025, observed: 13.8, counterfactual: 15.6, gap: { low: -3.1, high: -0.5 }, isAfter: true },
  ],
  solverGap: 1e-9,
});
const estimated = anEvaluation({ result: effect });

const told = (change: Partial<Evaluation> = {}, other: Partial<Told> = {}): Told => ({
  project: 'Maisons de proximité',
  subject,
  evaluation: { ...estimated, ...change },
  persons: 412,
  ...other,
});

/** Every fact that any code may carry. */
const someFacts = {
  have: 3,
  need: 8,
  unit: 'Aube',
  period: 2020,
  absence: 's',
  events: 12,
  rmse: 0.4,
  relative: 0.14,
  limit: 0.1,
  periods: 4,
  of: 6,
  gap: 0.3,
  estimate: -1.8,
  p: 0.04,
  share: 0.23,
  count: 3,
  value: 0.7,
  donors: 12,
  floor: 0.08,
  treated: 11,
  weight: 0.85,
  low: -2.1,
  high: -1.2,
  residualSlope: 0.2,
  other: -0.4,
  dropped: 4,
  kept: 30,
  cohort: 2021,
  units: 3,
  year: 2020,
  method: 'did',
  breakdown: 0.5,
  before: 8,
};
const lossCodes = Object.keys(effectWords.fr.evidence.losses) as EvidenceLoss['code'][];
const checks = Object.entries(effectWords.fr.evidence.checks).flatMap(([code, verdicts]) =>
  Object.keys(verdicts).map((verdict) => ({ code, verdict }) as Omit<EvaluationCheck, 'facts'>),
);
const refusal = (code: RefusalCode, facts = {}) => ({
  status: 'refused' as const,
  method: 'sdid' as const,
  code,
  facts,
});

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('an effect in words', () => {
  it('is told as a title, a paragraph and a badge', () => {
    expect(plain(effectTitle(told(), 'fr'))).toBe(
      'Maisons de proximité : effet favorable – Jeunes sans emploi ni formation',
    );
    expect(effectLead(told(), 'dans les 8 communes du projet', 'fr').map(plain)).toEqual([
      'La part des 18-25 ans sans emploi ni formation en 2025 : 13,8 % dans les 8 communes du projet, contre une estimation de 15,6 % sans le projet.',
      'En moyenne de 2024 à 2025, l’écart est de −1,8 point, compris entre −3,1 et −0,5 point : baisse très probable.',
      'Cela représente environ 410 jeunes de moins.',
      'Cet écart est attribué au projet (estimation).',
    ]);
    expect(effectVerdict(estimated, subject.polarity, 'fr')).toEqual({ kind: 'favourable', text: 'Effet favorable' });
    expect(plain(evidenceSentences(told(), 'fr').text)).toBe('Niveau de preuve : 3 sur 4 – solide');
  });

  it('has its own English templates', () => {
    const english = { ...subject, wording: { ...subject.wording, subject: 'the NEET share', counted: 'young people' } };
    expect(effectTitle(told({}, { subject: english }), 'en')).toBe(
      'Maisons de proximité: the NEET share lower than expected without the project',
    );
    expect(effectLead(told({}, { subject: english }), 'in the project’s 8 communes', 'en').map(plain)).toEqual([
      'The NEET share in 2025: 13.8% in the project’s 8 communes, against an estimated 15.6% without the project.',
      'On average from 2024 to 2025, the difference is −1.8 percentage points, between −3.1 and −0.5 percentage points: a fall is very likely.',
      'That is about 410 fewer young people.',
      'This difference is attributed to the project (estimate).',
    ]);
  });

  it.each([
    [4, 'attribué au projet (estimation)'],
    [3, 'attribué au projet (estimation)'],
    [2, 'écart constaté, dont l’origine n’est pas établie'],
    [1, 'écart constaté, dont l’origine n’est pas établie'],
    [0, 'écart constaté, dont l’origine n’est pas établie'],
  ] as const)('with a level of evidence of %d says « %s »', (level, words) => {
    const lead = effectLead(told({ evidence: { level, losses: [] } }), 'ici', 'fr');
    expect(lead.at(-1)).toContain(words);
    const verdict = effectVerdict({ ...estimated, evidence: { level, losses: [] } }, 'lower-is-better', 'fr').text;
    expect(verdict.startsWith('Effet')).toBe(level >= 3);
  });

  it.each([
    ['very-likely', 'favourable', 'baisse très probable'],
    ['likely', 'favourable', 'baisse probable, à confirmer'],
    ['inconclusive', 'inconclusive', 'On ne peut pas conclure : l’écart peut être nul'],
    ['negligible', 'negligible', 'effet négligeable'],
  ] as const)('says how sure it is with fixed words: %s', (certainty, conclusion, words) => {
    expect(plain(effectLead(told({ certainty, conclusion }), 'ici', 'fr').join(' '))).toContain(words);
  });

  it('judges only an indicator whose direction is declared', () => {
    expect(effectVerdict(estimated, 'none', 'fr')).toEqual({ kind: 'unjudged', text: 'Effet à la baisse' });
    expect(effectVerdict(null, 'none', 'fr').kind).toBe('not-evaluated');
  });

  it('gives no number of people for a difference that may be zero, and none when it is not known', () => {
    const open = told({ conclusion: 'inconclusive', certainty: 'inconclusive' });
    expect(effectLead(open, 'ici', 'fr').join(' ')).not.toContain('jeunes de');
    expect(effectLead(told({}, { persons: null }), 'ici', 'fr').join(' ')).not.toContain('environ');
  });

  it('tells a secret without any derived number', () => {
    const result = refusal('suppressed-outcome', { count: 3 });
    const lead = effectLead(told({ conclusion: 'refused', certainty: null, result }), 'ici', 'fr').join(' ');
    expect(lead).toContain('n’est pas diffusé');
    expect(lead).toContain('secret statistique');
    expect(lead).not.toMatch(/\d/);
  });

  it.each([
    [412, 410],
    [4127, 4100],
    [7, 7],
    [96.4, 96],
    [0, 0],
  ])('rounds %d people to %d', (count, expected) => {
    expect(roundPersons(count)).toBe(expected);
  });

  it('never writes a real difference as zero', () => {
    expect(plain(formatEffect(-0.04, { unit: 'per-1000', decimals: 1 }, 'fr'))).toBe('−0,04 pour 1 000');
  });
});

it('says how far a rank among few donors goes: one place more than they are', () => {
  const warning = { code: 'few-donors-indicative' as const, facts: { donors: 12, floor: 1 / 13 } };
  expect(warningSentences([warning], { subject }, 'fr')[0]).toMatch(/12 territoires.* une fois sur 13\.$/);
});

describe.each(locales)('every code has its sentences in %s', (locale) => {
  const sentences = (facts: Record<string, number | string>): string[] => [
    ...refusalCodes.flatMap((code) => refusalSentences(refusal(code, facts), { subject }, locale)),
    ...warningCodes.flatMap((code: WarningCode) => warningSentences([{ code, facts }], { subject }, locale)),
    ...lossCodes.flatMap(
      (code) => evidenceSentences(told({ evidence: { level: 2, losses: [{ code, facts }] } }), locale).reasons,
    ),
    ...checks.map((check) => checkSentence({ ...check, facts }, { subject }, locale).text),
    ...effectMethods.map((method) => effectWords[locale].methods[method].meaning),
    ...Object.values(effectWords[locale].inferences),
    ...effectWords[locale].evidence.meanings,
  ];

  it('with its facts and without them', () => {
    for (const text of [...sentences(someFacts), ...sentences({})]) {
      expect(text).not.toMatch(/undefined|NaN|null| {2}|\( ?\)/);
      expect(text).toMatch(/\.$/);
    }
  });

  it('names the levels of a project whose places are of several', () => {
    const mixed = refusal('mixed-levels', { levels: ['epci', 'commune'] });
    expect(refusalSentences(mixed, { subject }, locale)[0]).toMatch(/\(communes (et EPCI|and \w+)\)/);
  });

  it('of thirty words at most, never thankful', () => {
    for (const text of [...sentences(someFacts), ...sentences({})]) {
      for (const sentence of text.split(/(?<=\.) /))
        expect({ sentence, isShort: countWords(sentence) <= mostSentenceWords }).toEqual({ sentence, isShort: true });
      expect(text).not.toMatch(/grâce à|thanks to|a permis|allowed/i);
    }
  });

  it('says of every refusal what would be needed', () => {
    for (const code of refusalCodes) {
      const [reason, needed] = refusalSentences(refusal(code, someFacts), { subject }, locale);
      expect({ code, reason }).toEqual({ code, reason: expect.stringMatching(/\w{3}/) });
      expect({ code, needed }).toEqual({ code, needed: expect.not.stringMatching(`^${reason}$`) });
    }
  });
});

describe('whatever the names and the numbers', () => {
  const words = fc
    .array(fc.constantFrom('maison', 'proximité', 'lien', 'jeunes', 'de', 'la', 'part', 'santé', 'emploi'), {
      minLength: 1,
      maxLength: 9,
    })
    .map((list) => list.join(' '));
  const evaluation = fc.record({
    conclusion: fc.constantFrom('favourable', 'unfavourable', 'negligible', 'inconclusive'),
    certainty: fc.constantFrom('very-likely', 'likely', 'inconclusive', 'negligible'),
    level: fc.constantFrom(0, 1, 2, 3, 4),
    estimate: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  });

  it('a lead has four sentences of thirty words at most, and a title fourteen words', () => {
    fc.assert(
      fc.property(words, words, evaluation, fc.constantFrom(...locales), (project, name, drawn, locale) => {
        const { estimate, level, conclusion, certainty } = drawn;
        const item = told(
          {
            conclusion: conclusion as Evaluation['conclusion'],
            certainty: certainty as Evaluation['certainty'],
            evidence: { level: level as Evaluation['evidence']['level'], losses: [] },
            result: {
              ...effect,
              estimate,
              interval: { low: estimate - 1, high: estimate + 1 },
            },
          },
          { project, subject: { ...subject, wording: { ...subject.wording, subject: name } } },
        );
        const lead = effectLead(item, 'dans les 8 communes du projet', locale);
        expect(lead.length).toBeLessThanOrEqual(4);
        for (const sentence of [...lead, effectBrief(item, locale)])
          expect(countWords(sentence)).toBeLessThanOrEqual(mostSentenceWords);
        expect(countWords(effectTitle(item, locale))).toBeLessThanOrEqual(mostTitleWords + countWords(project));
        expect([...lead, effectTitle(item, locale)].join(' ')).not.toMatch(/grâce à|thanks to|undefined|NaN/i);
      }),
      { numRuns: 150 },
    );
  });
});
