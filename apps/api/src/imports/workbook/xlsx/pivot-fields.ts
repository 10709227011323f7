import { tableLimits } from '../table-limits';
import { attribute, readXml } from '../xml-reader';

/** The titles of the table that a pivot table sums (ECMA-376 part 1, 18.10.1.3). */
export async function readPivotFields(part: AsyncIterable<Uint8Array>): Promise<string[]> {
  const names: string[] = [];
  await readXml(part, {
    open(name, attributes) {
      if (name === 'cacheField' && names.length < tableLimits.columns) names.push(attribute(attributes, 'name') ?? '');
    },
  });
  return names;
}
