import type { ImportedIndicator } from '@sillage/indicators';

export const anImportedIndicator = (overrides: Partial<ImportedIndicator> = {}): ImportedIndicator => ({
  id: 1,
  code: 'NB_APA',
  synonyms: [],
  unit: 'persons',
  decimals: 0,
  scale: 1,
  allowsNegative: false,
  suppressionThreshold: null,
  frequency: 'P1Y',
  territorialRule: 'sum',
  ...overrides,
});
