import { chooseMethod } from './choose-method';
import type { EffectEstimate } from './effect';
import { estimateEffect } from './estimate-effect';
import type { UnitEffect } from './evaluation';
import { keepPeers, selectUnits } from './keep-peers';
import { donorsOf, type Panel, treatedOf } from './panel';
import { thresholds } from './thresholds';

/** Above this many, a list of territories says less than their mean. */
const mostUnits = 20;

/**
 * The effect in each treated unit alone, by the method that the decision table gives to one unit: the other treated units are
 * no donors and are left out. Empty with one treated unit, which is the project itself, or with too many.
 */
export function effectsByUnit(
  panel: Panel,
  { seed, eventsOf }: { readonly seed: number; readonly eventsOf: (unit: string) => number | null },
): UnitEffect[] {
  const treated = treatedOf(panel);
  if (treated.length < 2 || treated.length > mostUnits) return [];
  const donors = donorsOf(panel);
  return treated.map((index) => {
    const unit = panel.units[index]!;
    const events = eventsOf(unit);
    const alone = keepPeers(selectUnits(panel, [index, ...donors]), thresholds.peersKept);
    const choice = chooseMethod(alone, events);
    if ('status' in choice) return { unit, result: choice };
    const result = estimateEffect(alone, choice.method, { seed });
    return { unit, result: result.status === 'ok' ? withoutPlacebos(result) : result };
  });
}

/** No cost is drawn from one territory alone. */
const withoutPlacebos = ({ placeboEffects: _kept, ...result }: EffectEstimate): EffectEstimate => result;
