/** What is asked of the values of a file, taken together. The codes are those of the findings. */
export const plausibilityCodes = [
  'SAUT',
  'VALEUR_EXTREME',
  'TOTAL_INCOHERENT',
  'GRANULARITES_MELEES',
  'UNITE_PARTS',
] as const;
export type PlausibilityCode = (typeof plausibilityCodes)[number];

/** warn: told · ask: blocks until a person has looked at it · block: the file is refused · ignore: never told. */
export const plausibilityPolicies = ['warn', 'ask', 'block', 'ignore'] as const;
export type PlausibilityPolicy = (typeof plausibilityPolicies)[number];
