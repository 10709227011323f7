import type { Conclusion, Evaluation } from '../../effect/evaluation';
import type { IndicatorDefinition } from '../../indicator';
import type { Subject } from '../indicator-words';

/** An outcome in one language. */
export interface EffectSubject extends Subject {
  readonly label: string;
  readonly polarity: IndicatorDefinition['polarity'];
}

/** Everything that the sentences on an effect are made of. */
export interface Told {
  /** Name of the project. */
  readonly project: string;
  readonly subject: EffectSubject;
  readonly evaluation: Evaluation;
  /** People concerned by the effect in one period, with no sign; null when nobody can say. */
  readonly persons: number | null;
}

/** Whether a clear effect is told: favourable, unfavourable, or on an indicator without a declared direction. */
export const isTold = (conclusion: Conclusion): boolean =>
  conclusion === 'favourable' || conclusion === 'unfavourable' || conclusion === 'unjudged';

/** Below this level of evidence a difference is noted, never attributed to the project. */
export const attributionLevel = 3;

export const directionOf = (estimate: number): 'up' | 'down' => (estimate < 0 ? 'down' : 'up');
