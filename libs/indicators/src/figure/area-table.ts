import { isValue } from '../measure';
import type { Locale } from '../wording/locale';
import type { Area } from './facts';

/** Highest value first; without a value, by name and after the others: the order tells nothing of what is hidden. */
export function orderedAreas(areas: readonly Area[], locale: Locale): Area[] {
  const collator = new Intl.Collator(locale);
  return [...areas].sort(
    (a, b) =>
      Number(isValue(b.measure)) - Number(isValue(a.measure)) ||
      (isValue(a.measure) && isValue(b.measure) ? b.measure.value - a.measure.value : 0) ||
      collator.compare(a.territory.name, b.territory.name) ||
      a.territory.code.localeCompare(b.territory.code),
  );
}
