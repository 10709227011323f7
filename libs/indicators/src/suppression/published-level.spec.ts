import { anIndicator } from '../../../../test/support/builders';
import { hasSecretLevel } from './published-level';

const indicator = anIndicator({ territorialRule: 'sum', suppressionThreshold: 11 });

it.each([
  [[{ value: 7 }, { value: 40 }], true],
  [[null, { value: 10 }], true],
  [[{ value: 0 }, { value: 11 }, undefined], false],
])('progress between %j would tell a few: %p', (levels, isSecret) => {
  expect(hasSecretLevel(levels, indicator)).toBe(isSecret);
});
