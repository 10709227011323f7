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
const published = (unit: string, statement: Statement, label = 'Personnes suivies') =>
  publishFacts([{ label: { fr: label, en: null }, unit, indicator: null, statements: [statement] }])[0]!.statements[0]!;

describe('facts that are published', () => {
  it.each([
    ['persons', said(10)],
    ['persons', said(1, 40)],
    ['persons', said(0, 3)],
    ['personnes', said(4)],
    ['Habitants', said(4)],
    ['allocataires du RSA', said(4)],
    ['enfants', said(4)],
    ['Ménages', said(4)],
    ['people', said(4)],
    ['bénéficiaires', said(1, 40)],
    // nobody said what is counted
    ['suivis', said(4)],
    ['count', said(4)],
  ])('in %s withhold what tells of a few, with its note: %j', (unit, statement) => {
    const secret = { absence: 'suppressed-primary' };
    expect(published(unit, statement)).toMatchObject({ low: secret, high: secret, note: null, when: '2025' });
  });

  it.each([
    ['persons', said(11)],
    ['persons', said(0)],
    ['personnes', said(11)],
    ['jobs', said(3)],
    ['logements', said(3)],
    ['ateliers collectifs', said(3)],
    ['euros', said(3)],
    ['€', said(3)],
    ['percent', said(3)],
    ['jours par semaine', said(5)],
    ['kilos de linge', said(2.5)],
    ['per-1000-inhabitants', said(3)],
  ])('in %s tell the rest as it was said: %j', (unit, statement) => {
    const { low, high, note } = statement;
    expect(published(unit, statement)).toMatchObject({ low: { value: low }, high: { value: high }, note });
  });

  it.each([
    ['Travailleurs à l’ouverture', true],
    ['Suivis renforcés', true],
    ['Supérettes restées ouvertes', false],
    ['Activités reprises ou créées', false],
  ])('judge a bare number by its label: %s', (label, isSecret) => {
    expect('absence' in published('count', said(3), label).low).toBe(isSecret);
  });
});
