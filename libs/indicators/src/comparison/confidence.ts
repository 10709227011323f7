/** Two-sided standard normal quantiles (z such that P(|Z| < z) is the confidence), to the precision of a double. */
const criticalValues = {
  0.8: 1.2815515655446004,
  0.9: 1.6448536269514722,
  0.95: 1.959963984540054,
  0.99: 2.5758293035489004,
  0.998: 3.090232306167813,
} as const;

/** 0.95 for an interval, 0.998 for the limit that a territory among hundreds must cross to be worth words. */
export type Confidence = keyof typeof criticalValues;

/** A table and not a quantile function: intervals are drawn in the browser, which loads no library of distributions. */
export const criticalValue = (confidence: Confidence): number => criticalValues[confidence];
