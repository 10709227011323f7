import os from 'node:os';
import {
  type Evaluation,
  type EvaluationOptions,
  effectsByUnit,
  evaluateEffect,
  type Panel,
  type Refusal,
  refuse,
  smallestVisibleEffect,
} from '@sillage/indicators';

export interface EstimateTask {
  /** Why there is no panel, or the panel. */
  readonly panel: Panel | Refusal;
  readonly options: EvaluationOptions;
  /** Of a project that has not started: which units it will treat, and for how many years before it is read. */
  readonly power: { readonly units: readonly number[]; readonly periodsAfter: number } | null;
  /** Of a main outcome: events counted in each treated unit after its start, in the order of the units; null: not estimated alone. */
  readonly alone: readonly (number | null)[] | null;
}

// On Linux a thread has a priority of its own: those who read pages go first.
if (process.platform === 'linux') os.setPriority(19);

export default function estimate({ panel, options, power, alone }: EstimateTask): Evaluation {
  if (power === null || 'status' in panel) {
    const evaluation = evaluateEffect(panel, options);
    if (alone === null || 'status' in panel || evaluation.result.status === 'refused') return evaluation;
    const eventsOf = (unit: string): number | null => alone[panel.units.indexOf(unit)] ?? null;
    const byTerritory = effectsByUnit(panel, { seed: evaluation.seed, eventsOf });
    return byTerritory.length > 0 ? { ...evaluation, byTerritory } : evaluation;
  }
  const seed = options.seed === undefined ? {} : { seed: options.seed };
  const visible = smallestVisibleEffect({ panel, ...power, ...seed });
  return {
    ...evaluateEffect(refuse(null, 'too-few-periods-after', { have: 0, need: 1 }), options),
    smallestVisibleEffect: visible.status === 'ok' ? visible.effect : null,
    smallestVisibleShare: visible.status === 'ok' ? visible.relative : null,
  };
}
