/** Limits under which a method refuses or warns: judgements, in one place, each with its reason. Add a block per method. */
export const thresholds = {
  /** A difference that chance gives more often than this is not clear, whatever its interval. */
  clearP: 0.05,
  /** Up to here, what an 80 % interval tells from 0 is called likely. */
  likelyP: 0.2,
  /** Fewer treated clusters: the clustered p rejects 14 % (5) to 89 % (1) of true nulls; a permutation is used. */
  clusteredTreated: 10,
  /** Up to here the clustered errors come with a warning. */
  clusteredTreatedSafe: 20,
  /** From here on each side, plain clustered errors reject 5.1 %; below, Welch's degrees of freedom are used. */
  clusteredPlain: 50,
  /** Two coefficients before the start are needed to see whether trends were parallel. */
  differencePeriodsBefore: 3,
  differencePeriodsAfter: 1,
  /** With 1 to 9 treated units, fewer donors than this carry no inference at all; fewer than 20 cannot reach 5 %. */
  donorsIndicative: 10,
  donorsForFivePercent: 20,
  /** Weight of comparisons whose controls were treated before. */
  forbiddenShare: 0.2,
  /** The joint test of trends before the start refuses sooner than 5 %, as its power is low. */
  pretrendP: 0.1,
  /** A gap before the start of this share of the effect is said. */
  priorGapShare: 0.5,
  /** Fewer events than this in the treated cells after the start: counts with exact intervals say more than a model. */
  eventsAfter: 20,
  /** An effect that a trend no worse than the worst seen before would explain is fragile. */
  fragileBreakdown: 1,
  /** Units of a cohort under which its mean has no usable error. */
  cohortUnits: 5,
  /** A series alone: EPOC asks for three points on each side, a trend for more. */
  seriesBefore: 8,
  seriesAfter: 3,
  /** A trend may be prolonged over half its length; with two years of months, over all of it, with a warning. */
  seriesLongBefore: 24,
  durbinWatson: { least: 1, most: 3 },
  shockYears: [2020, 2021],
  /** Least autocorrelation that a series too short to show its own is given: the middle of what yearly social counts have. */
  seriesAutocorrelation: 0.5,
  seriesLong: 24,
  /** Degrees of freedom from which Student's law is taken for normal, as published quasi-Poisson intervals do. */
  seriesNormal: 50,
  /** All assignments are tried up to this many; above, so many seeded draws. */
  permutationsExhaustive: 5000,
  permutationDraws: 1999,
  /** Synthetic difference-in-differences (methods.md §1.5): shorter pasts leave nothing to fit unit weights on. */
  sdidPeriodsBefore: 5,
  /** From this many treated units on, units are left out in turn (jackknife) instead of pretending elsewhere (placebo). */
  jackknifeTreated: 10,
  /** Seeded placebo assignments for 2 to 9 treated units when there are more distinct ones. */
  sdidDraws: 499,
  /** With one treated unit every donor is a placebo, up to this many; above, a seeded sample. */
  sdidPlaceboDonors: 2000,
  /** Relative duality gap above which an optimum is not believed (methods.md, pitfall 5). */
  solverGap: 1e-6,
  /** Error of fit before the start, over the mean before, under which territories are said to resemble (methods.md §1.4). */
  goodPrefitShare: 0.1,
  /** Decision table of methods.md §0: shorter pasts are only described. */
  evaluationPeriodsBefore: 3,
  /** Synthetic control is a cross-check from here on. */
  crossCheckPeriodsBefore: 8,
  /** Donors kept when there are more: infinitely many weights fit a larger pool perfectly (pitfall 1). */
  peersKept: 50,
  /** The same for the cross-check of ten treated units or more. */
  crossCheckDonors: 200,
  /** From here on, the noise of counts no longer drowns an effect of a tenth or two. */
  eventsComfortable: 50,
  /** Peers have from half to twice the level of the treated. */
  peerCaliper: 2,
  peersLeast: 10,
  /** A standardised difference above this on what was compared before is not resemblance (methods.md §1.7). */
  peerDifference: 0.25,
  /** Synthetic control (methods.md §1.4): above this, the synthetic control is one territory and is said to be. */
  oneDonorWeight: 0.8,
  /** A treated unit out of reach of every donor in more than this share of the periods before is no combination of them. */
  outsideRangeShare: 0.5,
  /** An error of fit under this share of the past's own deviation is interpolation, when donors are many (pitfall 1). */
  interpolationShare: 1e-3,
  /** Placebos that follow their donors this many times worse than the treated unit (pitfall 6). */
  placeboPrefitMost: 5,
} as const;
