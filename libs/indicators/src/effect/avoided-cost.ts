import { quantile } from '../comparison/quantile';
import { type Draws, seededDraws } from './draws';
import type { Facts } from './effect';
import { effectDraw } from './effect-draw';
import type { Evaluation } from './evaluation';
import { drawUncertain, isSound, type SourcedCost, type Uncertain } from './uncertain-amount';

export interface Share {
  readonly name: string;
  /** 0 to 1; the shares of a list make 1. */
  readonly share: number;
}

export interface AvoidedCostQuestion {
  readonly evaluation: Evaluation;
  /** What turns the effect into events a year: people exposed for a rate per person, 1 for a count of events. */
  readonly exposed: number;
  readonly years: number;
  /** Whether what costs is the outcome (placements, fewer is cheaper) or its absence. */
  readonly savesWhen: 'lower' | 'higher';
  readonly unitCost: SourcedCost;
  /** What a payer really saves when an event is avoided: a bed stays paid for as long as it is not closed. */
  readonly cashableShare: Uncertain;
  /** Share of the effect lost each year after the first. */
  readonly dropOff: Uncertain;
  /** 3.2 % a year for French public projects. */
  readonly discountRate?: number;
  readonly projectCost: Uncertain;
  readonly payers: readonly Share[];
  readonly gainers: readonly Share[];
  /** Other outcomes already counted for this project that hold the same events. */
  readonly overlaps?: readonly string[];
  readonly seed?: number;
  readonly draws?: number;
}

export interface AvoidedCost {
  readonly status: 'ok';
  /** Costs avoided less the cost of the project: median, and 5 % to 95 %. */
  readonly net: Spread;
  readonly benefit: Spread;
  readonly cost: Spread;
  /** That more is avoided than spent. Never a ratio: one euro does not "bring" so many. */
  readonly probability: number;
  /** Standard error of that probability, from the number of draws. */
  readonly probabilityError: number;
  /** Net result with one thing low, then high, and the rest in the middle; widest first. */
  readonly tornado: readonly TornadoBar[];
  readonly payers: readonly (Share & { readonly cost: number })[];
  readonly gainers: readonly (Share & { readonly benefit: number })[];
  readonly unitCostSource: { readonly source: string; readonly year: number };
  readonly draws: number;
  readonly seed: number;
}

export interface Spread {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

export interface TornadoBar {
  readonly driver: Driver;
  readonly low: number;
  readonly high: number;
}

const drivers = ['effect', 'unit-cost', 'cashable-share', 'drop-off', 'project-cost'] as const;
export type Driver = (typeof drivers)[number];

export interface AvoidedCostRefusal {
  readonly status: 'refused';
  readonly code:
    | 'effect-refused'
    | 'evidence-too-low'
    /** nothing is told of the effect, once adjusted for the outcomes that were looked at */
    | 'conclusion-open'
    | 'sign-uncertain'
    | 'overlapping-outcomes'
    | 'unknown-distribution'
    | 'unsourced-cost'
    | 'unsound-input';
  readonly facts: Facts;
}

const leastEvidence = 3;
const leastSignProbability = 0.9;
const manyDraws = 10_000;
const frenchDiscountRate = 0.032;

/**
 * Costs that an effect avoided, by Monte Carlo (methods.md §1.12). What would have happened anyway and what others did are
 * already out of the estimate: nothing is deducted for them here.
 */
export function avoidedCost(question: AvoidedCostQuestion): AvoidedCost | AvoidedCostRefusal {
  const { evaluation, seed = 1, draws: count = manyDraws } = question;
  const { result, evidence } = evaluation;
  const refuse = (code: AvoidedCostRefusal['code'], facts: Facts = {}): AvoidedCostRefusal => ({
    status: 'refused',
    code,
    facts,
  });
  if (result.status === 'refused') return refuse('effect-refused', { code: result.code });
  if (evidence.level < leastEvidence) return refuse('evidence-too-low', { level: evidence.level, need: leastEvidence });
  if (evaluation.certainty === 'inconclusive') return refuse('conclusion-open');
  if (question.overlaps && question.overlaps.length > 0) {
    return refuse('overlapping-outcomes', { outcomes: question.overlaps });
  }
  const { source, year } = question.unitCost;
  if (source.trim() === '' || !Number.isInteger(year)) return refuse('unsourced-cost');
  const wrong = wrongInput(question);
  if (wrong !== null) return refuse('unsound-input', { input: wrong });
  const draws = seededDraws(seed);
  const drawEffect = effectDraw(result, draws);
  if (!drawEffect) return refuse('unknown-distribution');
  const samples = drawAll(question, drawEffect, draws, count);
  const probabilityOfSign = shareOf(samples.effect, (effect) => Math.sign(effect) === Math.sign(result.estimate));
  if (probabilityOfSign < leastSignProbability) {
    return refuse('sign-uncertain', { probability: probabilityOfSign, need: leastSignProbability });
  }
  return summarise(question, samples, seed);
}

type Samples = Readonly<Record<Driver, Float64Array>>;

function drawAll(question: AvoidedCostQuestion, drawEffect: () => number, draws: Draws, count: number): Samples {
  const sample = (draw: () => number): Float64Array => Float64Array.from({ length: count }, draw);
  return {
    effect: sample(drawEffect),
    'unit-cost': sample(() => drawUncertain(question.unitCost.amount, draws)),
    'cashable-share': sample(() => Math.min(1, drawUncertain(question.cashableShare, draws))),
    'drop-off': sample(() => Math.min(1, drawUncertain(question.dropOff, draws))),
    'project-cost': sample(() => drawUncertain(question.projectCost, draws)),
  };
}

function summarise(question: AvoidedCostQuestion, samples: Samples, seed: number): AvoidedCost {
  const count = samples.effect.length;
  const benefits = samples.effect.map((effect, index) =>
    benefitOf(
      question,
      effect,
      samples['unit-cost'][index]!,
      samples['cashable-share'][index]!,
      samples['drop-off'][index]!,
    ),
  );
  const nets = benefits.map((benefit, index) => benefit - samples['project-cost'][index]!);
  const probability = shareOf(nets, (net) => net > 0);
  const benefit = spreadOf(benefits);
  const cost = spreadOf(samples['project-cost']);
  return {
    status: 'ok',
    net: spreadOf(nets),
    benefit,
    cost,
    probability,
    probabilityError: Math.sqrt((probability * (1 - probability)) / count),
    tornado: tornadoOf(question, samples),
    payers: question.payers.map((payer) => ({ ...payer, cost: payer.share * cost.median })),
    gainers: question.gainers.map((gainer) => ({ ...gainer, benefit: gainer.share * benefit.median })),
    unitCostSource: { source: question.unitCost.source, year: question.unitCost.year },
    draws: count,
    seed,
  };
}

/** Discounted to the first year, in which the effect is whole. */
function benefitOf(question: AvoidedCostQuestion, effect: number, unitCost: number, cashable: number, dropOff: number) {
  const { exposed, years, savesWhen, discountRate = frenchDiscountRate } = question;
  const avoided = (savesWhen === 'lower' ? -effect : effect) * exposed;
  let total = 0;
  for (let year = 0; year < years; year++) total += ((1 - dropOff) / (1 + discountRate)) ** year;
  return avoided * unitCost * cashable * total;
}

function tornadoOf(question: AvoidedCostQuestion, samples: Samples): TornadoBar[] {
  const spreads = Object.fromEntries(drivers.map((driver) => [driver, spreadOf(samples[driver])])) as Record<
    Driver,
    Spread
  >;
  const netWith = (driver: Driver, end: 'low' | 'high'): number => {
    const at = (wanted: Driver): number => spreads[wanted][wanted === driver ? end : 'median'];
    return (
      benefitOf(question, at('effect'), at('unit-cost'), at('cashable-share'), at('drop-off')) - at('project-cost')
    );
  };
  return drivers
    .map((driver) => ({ driver, low: netWith(driver, 'low'), high: netWith(driver, 'high') }))
    .sort((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low));
}

function spreadOf(values: Float64Array): Spread {
  const sorted = Array.from(Float64Array.from(values).sort());
  return { low: quantile(sorted, 0.05)!, median: quantile(sorted, 0.5)!, high: quantile(sorted, 0.95)! };
}

function shareOf(values: Float64Array, test: (value: number) => boolean): number {
  let count = 0;
  for (const value of values) if (test(value)) count++;
  return count / values.length;
}

function wrongInput({ unitCost, cashableShare, dropOff, projectCost, payers, gainers, ...rest }: AvoidedCostQuestion) {
  const uncertain = {
    'unit-cost': unitCost.amount,
    'cashable-share': cashableShare,
    'drop-off': dropOff,
    'project-cost': projectCost,
  };
  for (const [name, value] of Object.entries(uncertain)) if (!isSound(value)) return name;
  for (const [name, shares] of Object.entries({ payers, gainers })) {
    if (Math.abs(shares.reduce((sum, { share }) => sum + share, 0) - 1) > 0.005) return name;
  }
  if (!(rest.exposed > 0)) return 'exposed';
  return Number.isInteger(rest.years) && rest.years > 0 ? null : 'years';
}
