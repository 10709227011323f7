import { seededDraws } from './draws';
import { refuse } from './effect';
import { evaluateEffect } from './evaluate-effect';
import type { Panel } from './panel';
import { smallestVisibleEffect } from './smallest-visible-effect';

interface World {
  readonly donors: number;
  readonly treated?: number;
  readonly before: number;
  readonly after: number;
  readonly effect?: number;
  readonly seed?: number;
  /** Later start of every other treated unit. */
  readonly stagger?: number;
}

/** Units around a level of 100 with a common trend, their own level and noise of 1. */
function world({ donors, treated = 1, before, after, effect = 0, seed = 5, stagger = 0 }: World): Panel {
  const draws = seededDraws(seed);
  const count = donors + treated;
  const periods = Array.from({ length: before + after }, (_, time) => 2_000 + time);
  const treatedFrom = Array.from({ length: count }, (_, unit) =>
    unit < treated ? before + (unit % 2 === 0 ? 0 : stagger) : null,
  );
  const outcomes = new Float64Array(count * periods.length);
  for (let unit = 0; unit < count; unit++) {
    const level = 100 + 10 * draws.normal();
    for (let time = 0; time < periods.length; time++) {
      const isTreated = treatedFrom[unit] !== null && time >= treatedFrom[unit]!;
      outcomes[unit * periods.length + time] = level + 0.5 * time + draws.normal() + (isTreated ? effect : 0);
    }
  }
  return { units: Array.from({ length: count }, (_, unit) => `unit-${unit}`), periods, outcomes, treatedFrom };
}

const rule = { polarity: 'lower-is-better' } as const;

describe('the evaluation of an effect', () => {
  it.each([
    ['few treated, many donors', { donors: 40, before: 10, after: 3 }, 'sdid', ['did', 'synthetic-control']],
    ['few treated, a short past', { donors: 40, before: 6, after: 3 }, 'sdid', ['did']],
    ['few treated, few donors', { donors: 15, before: 10, after: 3 }, 'sdid', ['did']],
    ['many treated at once', { donors: 40, treated: 15, before: 8, after: 3 }, 'did', ['sdid']],
    [
      'many treated in turn',
      { donors: 60, treated: 24, before: 6, after: 5, stagger: 2 },
      'callaway-santanna',
      ['did', 'sdid'],
    ],
    ['nobody to compare with', { donors: 0, before: 12, after: 4 }, 'its', []],
  ] as const)('takes the method that the situation calls for: %s', (_name, shape, method, crossChecks) => {
    const { result, crossChecks: found } = evaluateEffect(world(shape), rule);
    expect(result.method).toBe(method);
    expect(found.map((check) => check.method)).toEqual(crossChecks);
  });

  it.each([
    ['two years before', { donors: 40, before: 2, after: 3 }, 'too-few-periods-before'],
    ['four years before and one commune', { donors: 40, before: 4, after: 3 }, 'too-few-periods-before'],
    ['nine donors', { donors: 9, before: 8, after: 3 }, 'too-few-donors'],
    ['no donor and a short series', { donors: 0, before: 7, after: 3 }, 'no-donor'],
  ] as const)('refuses %s', (_name, shape, code) => {
    const evaluation = evaluateEffect(world(shape), rule);
    expect(evaluation).toMatchObject({ conclusion: 'refused', certainty: null, evidence: { level: 0 } });
    expect(evaluation.result).toMatchObject({ status: 'refused', code });
    expect(evaluation.smallestVisibleEffect).toBeNull();
  });

  it('refuses fewer than 20 events, and takes over the refusal to read a panel', () => {
    const panel = world({ donors: 40, before: 8, after: 3, effect: -9 });
    expect(evaluateEffect(panel, { ...rule, treatedEvents: 19 }).result).toMatchObject({ code: 'too-few-events' });
    expect(evaluateEffect(panel, { ...rule, treatedEvents: 20 }).result.status).toBe('ok');
    const unread = evaluateEffect(refuse(null, 'no-data-before'), rule);
    expect(unread).toMatchObject({ conclusion: 'refused', evidence: { level: 0, losses: [{ code: 'refused' }] } });
    expect(unread.checks.find(({ code }) => code === 'data-quality')?.verdict).toBe('failed');
  });

  it('finds a clear effect, calls it by the direction declared, and grades it', () => {
    const panel = world({ donors: 40, before: 10, after: 3, effect: -6 });
    const evaluation = evaluateEffect(panel, { ...rule, declaredEvents: [] });
    expect(evaluation).toMatchObject({ conclusion: 'favourable', certainty: 'very-likely' });
    expect(evaluation.evidence).toEqual({ level: 4, losses: [] });
    if (evaluation.result.status !== 'ok') throw new Error('refused');
    expect(Math.abs(evaluation.result.estimate + 6)).toBeLessThan(2);
    expect(evaluation.checks.map(({ code, verdict }) => [code, verdict])).toEqual([
      ['resemblance-before', 'passed'],
      ['placebo', 'passed'],
      ['sensitivity', 'passed'],
      ['other-events', 'passed'],
      ['data-quality', 'passed'],
    ]);
    expect(evaluateEffect(panel, { polarity: 'higher-is-better' }).conclusion).toBe('unfavourable');
    expect(evaluateEffect(panel, { polarity: 'none' }).conclusion).toBe('unjudged');
    expect(evaluateEffect(panel, { ...rule, negligible: 20 }).conclusion).toBe('negligible');
  });

  it('concludes nothing from ranks among fewer than 20 donors, however large the effect', () => {
    const evaluation = evaluateEffect(world({ donors: 19, before: 10, after: 3, effect: -60 }), rule);
    expect(evaluation.conclusion).toBe('inconclusive');
    expect(evaluation.evidence.losses.map(({ code }) => code)).toContain('few-donors');
  });

  it('doubts where people declared something else, or values are provisional', () => {
    const panel = world({ donors: 40, before: 10, after: 3, effect: -6 });
    const { checks } = evaluateEffect(panel, { ...rule, declaredEvents: [2_011], hasProvisionalValues: true });
    expect(checks.slice(3).map(({ verdict }) => verdict)).toEqual(['doubtful', 'doubtful']);
  });

  it.each([
    ['nobody said', undefined, 'not-done'],
    ['nobody said, on record', null, 'not-done'],
    ['there was nothing', [], 'passed'],
    ['it was before the first period, and after the last', [1_999, 2_013], 'passed'],
    ['it was in the first period', [2_000], 'doubtful'],
  ] as const)('answers on other events only what was declared: %s', (_name, declaredEvents, verdict) => {
    const panel = world({ donors: 40, before: 10, after: 3 });
    const { checks } = evaluateEffect(panel, declaredEvents === undefined ? rule : { ...rule, declaredEvents });
    expect(checks[3]).toEqual({ code: 'other-events', verdict, facts: {} });
  });

  it.each([
    ['few treated', { donors: 40, before: 10, after: 3, effect: -6 }],
    ['many treated', { donors: 40, treated: 15, before: 10, after: 3, effect: -6, seed: 8 }],
  ] as const)('doubts a start near 2020, with %s', (_name, shape) => {
    const panel = world(shape);
    const { checks, evidence } = evaluateEffect({ ...panel, periods: panel.periods.map((year) => year + 10) }, rule);
    expect(checks[3]).toEqual({ code: 'other-events', verdict: 'doubtful', facts: { year: 2_020 } });
    expect(evidence.losses).toContainEqual({ code: 'external-shock', facts: { year: 2_020 } });
  });

  it('keeps 50 peers of a thousand donors, the same whatever their order', () => {
    const panel = world({ donors: 1_000, before: 10, after: 3, effect: -6 });
    const evaluation = evaluateEffect(panel, rule);
    if (evaluation.result.status !== 'ok') throw new Error('refused');
    expect(evaluation.result.donorCount).toBe(50);
    expect(evaluation.conclusion).toBe('favourable');
    const reversed = evaluateEffect(reverseUnits(panel), rule);
    if (reversed.result.status !== 'ok') throw new Error('refused');
    expect(reversed.result.estimate).toBeCloseTo(evaluation.result.estimate, 8);
    expect(reversed.result.p).toBe(evaluation.result.p);
  });

  it('scales with the outcome and concludes the same', () => {
    const panel = world({ donors: 60, before: 10, after: 3, effect: -6 });
    const one = evaluateEffect(panel, rule);
    const thousand = evaluateEffect({ ...panel, outcomes: panel.outcomes.map((value) => value * 1_000) }, rule);
    if (one.result.status !== 'ok' || thousand.result.status !== 'ok') throw new Error('refused');
    expect(thousand.result.estimate / one.result.estimate).toBeCloseTo(1_000, 4);
    expect(thousand.conclusion).toBe(one.conclusion);
    expect(thousand.evidence.level).toBe(one.evidence.level);
  });
});

describe('the smallest effect that could be seen', () => {
  const history = (seed: number): Panel => {
    const panel = world({ donors: 40, before: 12, after: 0, treated: 1, seed });
    return { ...panel, treatedFrom: panel.treatedFrom.map(() => null) };
  };

  it('grows with the noise, in the unit of the outcome', () => {
    const panel = history(5);
    const found = smallestVisibleEffect({ panel, units: [0], periodsAfter: 3 });
    const doubled = { ...panel, outcomes: panel.outcomes.map((value) => value * 2) };
    const twice = smallestVisibleEffect({ panel: doubled, units: [0], periodsAfter: 3 });
    if (found.status !== 'ok' || twice.status !== 'ok') throw new Error('refused');
    expect(twice.effect / found.effect).toBeCloseTo(2, 6);
    expect(twice.relative! / found.relative!).toBeCloseTo(1, 6);
    // Noise of 1: a mean of three years against the past has an error near √(1/3 + 1/9) = 0.67, and 2.8 times that.
    expect(found.effect).toBeGreaterThan(1.2);
    expect(found.effect).toBeLessThan(3.5);
  });

  it('is refused where there is no past or nobody to compare with', () => {
    const panel = world({ donors: 40, before: 3, after: 0 });
    const none = { ...panel, treatedFrom: panel.treatedFrom.map(() => null) };
    expect(smallestVisibleEffect({ panel: none, units: [0], periodsAfter: 3 })).toMatchObject({ status: 'refused' });
    expect(smallestVisibleEffect({ panel: history(5), units: [], periodsAfter: 3 })).toMatchObject({
      code: 'no-treated-unit',
    });
  });
});

describe('the smallest visible effect', () => {
  it('is also told as a share of the level before the start', () => {
    const panel = world({ donors: 40, before: 10, after: 3 });
    const { smallestVisibleEffect: effect, smallestVisibleShare } = evaluateEffect(panel, rule);
    const mean = panel.outcomes.subarray(0, 10).reduce((sum, value) => sum + value, 0) / 10;
    expect(smallestVisibleShare).toBeCloseTo(effect! / mean, 12);
  });
});

describe('placebo effects', () => {
  it('are kept with the result, one per peer, around 0, in a few hundred bytes', () => {
    const { result } = evaluateEffect(world({ donors: 40, before: 10, after: 3, effect: -60 }), { polarity: 'none' });
    const effects = result.status === 'ok' ? result.placeboEffects! : [];
    expect(effects).toHaveLength(40);
    expect(Math.abs(effects.reduce((sum, effect) => sum + effect, 0) / 40)).toBeLessThan(1);
    expect(JSON.stringify(effects).length).toBeLessThan(400);
  });

  it('are none where uncertainty comes from elsewhere', () => {
    const { result } = evaluateEffect(world({ donors: 60, treated: 12, before: 10, after: 3 }), { polarity: 'none' });
    expect(result).toMatchObject({ status: 'ok' });
    expect(result).not.toHaveProperty('placeboEffects');
  });
});

function reverseUnits(panel: Panel): Panel {
  const count = panel.units.length;
  const length = panel.periods.length;
  const outcomes = new Float64Array(panel.outcomes.length);
  for (let unit = 0; unit < count; unit++) {
    outcomes.set(panel.outcomes.subarray(unit * length, (unit + 1) * length), (count - 1 - unit) * length);
  }
  return {
    ...panel,
    units: [...panel.units].reverse(),
    outcomes,
    treatedFrom: [...panel.treatedFrom].reverse(),
  };
}
