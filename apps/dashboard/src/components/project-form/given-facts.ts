import type { StoredProject } from '../../api/projects';
import type { TypedFact } from './draft';
import { readNumber } from './numbers';
import { translated } from './translated';

/** Where each line stands in what is sent: lines of one name are statements of one fact. */
function factPlaces(lines: readonly Pick<TypedFact, 'label'>[]): { readonly fact: number; readonly place: number }[] {
  const counts = new Map<string, { fact: number; count: number }>();
  return lines.map(({ label }) => {
    const name = label.trim();
    const known = counts.get(name) ?? { fact: counts.size, count: 0 };
    counts.set(name, { ...known, count: known.count + 1 });
    return { fact: known.fact, place: known.count };
  });
}

export const factPointers = (lines: readonly TypedFact[]): string[] =>
  factPlaces(lines).map(({ fact, place }) => `/facts/${fact}/statements/${place}`);

export function givenFacts(lines: readonly TypedFact[], before: StoredProject | null) {
  const groups = new Map<string, TypedFact[]>();
  for (const line of lines) groups.set(line.label.trim(), [...(groups.get(line.label.trim()) ?? []), line]);
  return [...groups.values()].map((group) => ({
    label: translated(
      group[0]!.label,
      before?.facts.map((fact) => fact.label),
    ),
    unit: group[0]!.unit,
    indicator: group[0]!.indicator,
    statements: group.map(statementOf),
  }));
}

function statementOf({ low, high, when, status, source, url, secret, note }: TypedFact) {
  const number = readNumber(low) ?? 0;
  return {
    low: secret?.low ?? number,
    high: secret?.high ?? readNumber(high) ?? number,
    when: secret ? secret.when : when.trim() || null,
    status,
    source: secret?.source ?? { label: source.trim(), url: url.trim() || null },
    note,
  };
}
