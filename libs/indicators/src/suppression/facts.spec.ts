import type { Statement } from '../project';
import { publishFacts } from './facts';

const said = (low: number, high = low): Statement => ({
  low,
  high,
  when: '2025',
  status: 'observed',
  source: { label: 'Registre', url: null },
  note: { fr: 'dont deux jeunes', en: null },
});
const published = (unit: string, statement: Statement) =>
  publishFacts([{ label: { fr: 'Personnes suivies', en: null }, unit, indicator: null, statements: [statement] }])[0]!
    .statements[0]!;

describe('facts that are published', () => {
  it.each([
    ['persons', said(10)],
    ['persons', said(1, 40)],
    ['persons', said(0, 3)],
  ])('in %s withhold what tells of a few, with its note: %j', (unit, statement) => {
    const secret = { absence: 'suppressed-primary' };
    expect(published(unit, statement)).toMatchObject({ low: secret, high: secret, note: null, when: '2025' });
  });

  it.each([
    ['persons', said(11)],
    ['persons', said(0)],
    ['count', said(3)],
  ])('in %s tell the rest as it was said: %j', (unit, statement) => {
    const { low, high, note } = statement;
    expect(published(unit, statement)).toMatchObject({ low: { value: low }, high: { value: high }, note });
  });
});
