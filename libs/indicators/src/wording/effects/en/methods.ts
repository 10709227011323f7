import type { methods as fr } from '../fr/methods';

export const methods: typeof fr = {
  methods: {
    sdid: {
      name: 'synthetic difference-in-differences',
      meaning: 'The project is compared with a weighted mean of territories that moved like its own before it started.',
    },
    'synthetic-control': {
      name: 'synthetic control',
      meaning: 'A comparison territory is rebuilt from others so as to follow those of the project before it started.',
    },
    did: {
      name: 'difference-in-differences',
      meaning: 'The change in the project’s territories is compared with the change in the others over the same years.',
    },
    'callaway-santanna': {
      name: 'staggered difference-in-differences',
      meaning: 'Each group of territories is compared, by its starting date, with those that have not started yet.',
    },
    its: {
      name: 'interrupted time series (before/after)',
      meaning: 'The trend from before the project is prolonged and compared with what was observed.',
    },
  },
  inferences: {
    'placebo-in-space': 'The same computation is made again, giving a fictitious project to each comparison territory.',
    'cluster-robust': 'The margin accounts for what is alike inside the same territory.',
    'influence-function': 'The margin comes from the share of each territory in the result.',
    jackknife: 'The computation is made again, leaving out one territory at a time.',
    'newey-west': 'The margin accounts for one year being like the one before.',
    'quasi-poisson': 'The margin is that of a count more variable than pure chance.',
    none: 'No margin of uncertainty could be computed.',
  },
};
