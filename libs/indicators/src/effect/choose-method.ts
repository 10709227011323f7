import { type EffectMethod, type Refusal, refuse } from './effect';
import { cohortsOf, donorsOf, type Panel, treatedOf } from './panel';
import { thresholds } from './thresholds';

export interface MethodChoice {
  /** What is shown first. */
  readonly method: EffectMethod;
  /** What it is checked against. */
  readonly crossChecks: readonly EffectMethod[];
}

/** The decision table of methods.md §0: the situation chooses the method, never the answer that one hopes for. */
export function chooseMethod(panel: Panel, treatedEvents: number | null): MethodChoice | Refusal {
  const treated = treatedOf(panel).length;
  const donors = donorsOf(panel).length;
  const starts = cohortsOf(panel);
  const before = starts[0];
  if (before === undefined) return refuse(null, 'no-treated-unit');
  if (before === 0) return refuse(null, 'no-period-before');
  const after = panel.periods.length - before;
  const needBefore = thresholds.evaluationPeriodsBefore;
  if (before < needBefore) return refuse(null, 'too-few-periods-before', { have: before, need: needBefore });
  if (treatedEvents !== null && treatedEvents < thresholds.eventsAfter) {
    return refuse(null, 'too-few-events', { events: treatedEvents, need: thresholds.eventsAfter });
  }
  if (treated >= thresholds.clusteredTreated && starts.length > 1) {
    return { method: 'callaway-santanna', crossChecks: donors > 0 ? ['did', 'sdid'] : ['did'] };
  }
  if (donors === 0) return chooseForSeries(before, after);
  if (treated >= thresholds.clusteredTreated) return { method: 'did', crossChecks: ['sdid'] };
  if (donors < thresholds.donorsIndicative) {
    return refuse(null, 'too-few-donors', { have: donors, need: thresholds.donorsIndicative });
  }
  const needForWeights = thresholds.sdidPeriodsBefore;
  if (before < needForWeights) return refuse(null, 'too-few-periods-before', { have: before, need: needForWeights });
  const isLong = before >= thresholds.crossCheckPeriodsBefore;
  const isIndicative = donors < thresholds.donorsForFivePercent;
  return { method: 'sdid', crossChecks: isLong && !isIndicative ? ['did', 'synthetic-control'] : ['did'] };
}

function chooseForSeries(before: number, after: number): MethodChoice | Refusal {
  const { seriesBefore: needBefore, seriesAfter: needAfter } = thresholds;
  // Without anybody to compare with, nothing shorter says anything: it is the donors that are wanting.
  if (before < needBefore || after < needAfter) {
    return refuse(null, 'no-donor', { before, needBefore, after, needAfter });
  }
  return { method: 'its', crossChecks: [] };
}
