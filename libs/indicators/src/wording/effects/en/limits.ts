import type { limits as fr } from '../fr/limits';

export const limits: typeof fr = {
  mechanism: 'It does not say why a difference appears, nor which action produced it.',
  scope: (label) => `It is about one indicator (${label}) and says nothing of other effects.`,
  scopeShort: 'It is about one indicator and says nothing of other effects.',
  elsewhere: 'It holds for the project’s territories: nothing says that the effect would be the same elsewhere.',
  beforeAfter: 'It does not tell the project from what was changing everywhere at the same time.',
  ended: (year) => `The project ended in ${year}: the years after tell what remains of it, not what it did.`,
  lateStart:
    'Where the project starts in the second half of a year, the whole year counts as with it: the effect looks smaller.',
  spillover: 'Neighbouring territories could not be set aside: an effect that spills over would bias the comparison.',
  people: 'It measures territories: it does not say what each person gained or lost.',
  multiple: (count) =>
    `${count} results are shown together: the more one looks at, the more chance makes one stand out.`,
  power: (size) => `With these data, only an effect of at least ${size} will be visible.`,
  powerPast: (size) => `With these data, only an effect of at least ${size} could be seen.`,
  shareOfBefore: (share, size) => `${share} of the level before (${size})`,
  byTerritory: (count) =>
    `${count} territories are looked at together: the risk of taking chance for an effect is adjusted (Benjamini-Hochberg). Above 5%, nothing can be concluded. Each territory is estimated alone, the project’s other territories left out.`,
  cost: {
    probability: (chances, isOne) =>
      `There ${isOne ? 'is' : 'are'} ${chances} ${isOne ? 'chance' : 'chances'} in 100 that the project avoided more spending than it cost.`,
    nearlyAll: 'There are more than 99 chances in 100 that the project avoided more spending than it cost.',
    hardlyAny: 'There is less than one chance in 100 that the project avoided more spending than it cost.',
    amount: (median, low, high) =>
      `Spending avoided: about ${median}, between ${low} and ${high} (nine chances in ten).`,
    added: 'A negative amount is spending added.',
    net: (median, low, high) =>
      `Once the cost of the project is taken away: about ${median}, between ${low} and ${high} (nine chances in ten).`,
    payers: (payer, gainer) => `Who pays: ${payer}. Who gains: ${gainer}.`,
    cashable: (share) =>
      `Share that would really not be spent: ${share}. The rest is already committed (premises, staff).`,
    price: (label, low, high, likely) =>
      `Unit cost: ${label}, between ${low} and ${high}, the most likely being ${likely}.`,
    source: (source, year) => `Source of the unit cost: ${source}, ${year}.`,
    basis: (cost, first, last, draws, seed) =>
      `Cost of the project: ${cost} (${first === last ? first : `${first} to ${last}`}, discounted). Only observed years count. Draws: ${draws}, seed ${seed}.`,
    noPrice: 'The avoided cost is not computed: no sourced unit cost is about the main indicator.',
    refusals: {
      'effect-refused': () => 'The avoided cost is not computed: the effect itself could not be estimated.',
      'evidence-too-low': (level) =>
        `The avoided cost is not computed: the effect is not established enough (level of evidence ${level}, at least 3 is needed).`,
      'conclusion-open': () => 'The avoided cost is not computed: no effect can be concluded.',
      'sign-uncertain': (chances) =>
        `The avoided cost is not computed: the sign of the effect is not sure enough (${chances} chances in 100, 90 are needed).`,
      'overlapping-outcomes': () => 'The avoided cost is not computed: the same events are already counted elsewhere.',
      'unknown-distribution': () => 'The avoided cost is not computed: the margin of the effect is unknown.',
      'unsourced-cost': () => 'The avoided cost is not computed: the unit cost has no source or year.',
      'unsound-input': () =>
        'The avoided cost is not computed: nobody knows how many people the effect stands for, or an amount is unsound.',
      'no-budget': () => 'The avoided cost is not computed: no budget of the project is recorded.',
    },
  },
};
