import { catalogueFr, type IndicatorDefinition, indicatorName } from '@sillage/indicators';
import type { Fault } from '../platform/csv-table';

/** What a catalogue file holds, or everything that must be mended in it. */
export type CatalogueFile =
  | { readonly kind: 'definitions'; readonly definitions: readonly IndicatorDefinition[] }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] };

/** What no definition shows by itself: codes and names given twice or taken, components and sources that do not exist. */
export function checkCatalogue(
  definitions: readonly IndicatorDefinition[],
  known: readonly { readonly name: string; readonly code: string }[],
  sourceCodes: readonly string[],
): Fault[] {
  const faults: Fault[] = [];
  const given = new Set(definitions.map((definition) => definition.code));
  // A definition given again replaces the names that it had.
  const owners = new Map(known.filter((row) => !given.has(row.code)).map((row) => [row.name, row.code]));
  const codes = new Set([...known.map((row) => row.code), ...given]);
  const seen = new Set<string>();
  for (const definition of definitions) {
    const { code } = definition;
    const add = (field: string, detail: string) => faults.push({ pointer: `/${code}/${field}`, detail });
    if (seen.has(code)) {
      add('code', catalogueFr.twice(code));
      continue;
    }
    seen.add(code);
    for (const name of [code, ...definition.synonyms]) {
      const owner = owners.get(indicatorName(name));
      if (owner && owner !== code) add('synonyms', catalogueFr.nameTaken(code, name, owner));
      owners.set(indicatorName(name), code);
    }
    for (const field of ['numerator', 'denominator', 'weight'] as const) {
      const component = definition[field];
      if (component && !codes.has(component)) add(field, catalogueFr.unknownComponent(code, component));
    }
    if (!sourceCodes.includes(definition.source)) {
      add('source', catalogueFr.unknownSource(code, definition.source, sourceCodes.join(', ')));
    }
  }
  return faults;
}
