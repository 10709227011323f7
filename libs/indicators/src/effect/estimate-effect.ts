import { type CallawaySantAnnaOptions, callawaySantAnna } from './callaway-santanna';
import { choosePredictors, type WantedPredictor } from './choose-predictors';
import { differenceInDifferences } from './difference-in-differences';
import { type EffectMethod, type EffectResult, refuse } from './effect';
import { type InterruptedOptions, interruptedTimeSeries } from './interrupted-time-series';
import { type Panel, treatedOf } from './panel';
import { syntheticControl } from './synthetic-control';
import { syntheticControlWithPredictors } from './synthetic-control-with-predictors';
import { syntheticDifferenceInDifferences } from './synthetic-difference-in-differences';

export interface EstimateOptions
  extends Pick<CallawaySantAnnaOptions, 'control' | 'aggregation'>,
    Pick<InterruptedOptions, 'family' | 'offset' | 'slope' | 'harmonics'> {
  /** Of every draw that the method makes. */
  readonly seed?: number;
  /** What a synthetic control is matched on; the outcome at every period before without any. */
  readonly predictors?: readonly WantedPredictor[];
}

/** One method on one panel: what an evaluator asks for on data of their own. Nothing is checked against other methods. */
export function estimateEffect(panel: Panel, method: EffectMethod, options: EstimateOptions = {}): EffectResult {
  if (treatedOf(panel).length === 0) return refuse(method, 'no-treated-unit');
  switch (method) {
    case 'sdid':
      return syntheticDifferenceInDifferences(panel, options);
    case 'did':
      return differenceInDifferences(panel, { ...options, periodsBeforeNeeded: 1 });
    case 'callaway-santanna':
      return callawaySantAnna(panel, options);
    case 'synthetic-control':
      return options.predictors?.length
        ? syntheticControlWithPredictors(panel, { predictors: choosePredictors(panel, options.predictors) })
        : syntheticControl(panel, options);
    case 'its':
      return interruptedTimeSeries(panel, options);
  }
}
