import type { limits as fr } from '../fr/limits';

export const limits: typeof fr = {
  mechanism: 'It does not say why a difference appears, nor which action produced it.',
  scope: (label) => `It is about one indicator (${label}) and says nothing of other effects.`,
  scopeShort: 'It is about one indicator and says nothing of other effects.',
  elsewhere: 'It holds for the project’s territories: nothing says that the effect would be the same elsewhere.',
  beforeAfter: 'It does not tell the project from what was changing everywhere at the same time.',
  spillover: 'Neighbouring territories could not be set aside: an effect that spills over would bias the comparison.',
  noise: (count) => `Given the number of indicators examined (${count}), this difference is probably due to chance.`,
  people: 'It measures territories: it does not say what each person gained or lost.',
  multiple: (count) =>
    `${count} results are shown together: the more one looks at, the more chance makes one stand out.`,
  power: (size) => `With these data, only an effect of at least ${size} will be visible.`,
  powerPast: (size) => `With these data, only an effect of at least ${size} could be seen.`,
  cost: {
    probability: (chances) =>
      `There are ${chances} chances in 100 that the project avoided more spending than it cost.`,
    amount: (median, low, high) =>
      `Spending avoided: about ${median}, between ${low} and ${high} (nine chances in ten).`,
    payers: (payer, gainer) => `Who pays: ${payer}. Who gains: ${gainer}.`,
    refused: 'The avoided cost is not computed: the effect is not established enough (level of evidence 3 at least).',
    noPrice: 'The avoided cost is not computed: no sourced unit cost is recorded.',
  },
};
