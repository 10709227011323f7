import type { Change } from '../comparison/notable-change';
import type { Position } from '../comparison/position';
import type { Polarity } from '../indicator';
import type { Locale } from './locale';
import { vocabulary } from './vocabulary/vocabulary';

export interface Verdict {
  /** favourable and unfavourable only for indicators with a declared polarity. */
  readonly kind: 'favourable' | 'unfavourable' | 'stable' | 'higher' | 'lower' | 'unknown';
  readonly text: string;
}

export function changeVerdict(change: Change | undefined, polarity: Polarity, locale: Locale): Verdict {
  const { verdicts } = vocabulary[locale];
  if (!change) return { kind: 'unknown', text: verdicts.noChange };
  if (change.direction === 'stable') return { kind: 'stable', text: verdicts.stable };
  const isUp = change.direction === 'up';
  if (polarity === 'none') return { kind: isUp ? 'higher' : 'lower', text: isUp ? verdicts.up : verdicts.down };
  const isFavourable = isUp === (polarity === 'higher-is-better');
  if (isFavourable) return { kind: 'favourable', text: isUp ? verdicts.upFavourable : verdicts.downFavourable };
  return { kind: 'unfavourable', text: isUp ? verdicts.upUnfavourable : verdicts.downUnfavourable };
}

/** A position is not a merit: it says higher, lower or close, whatever the polarity. */
export function positionVerdict(position: Position | undefined, locale: Locale): Verdict {
  const { verdicts } = vocabulary[locale];
  if (!position) return { kind: 'unknown', text: verdicts.noPosition };
  if (position.kind === 'close') return { kind: 'stable', text: verdicts.close };
  return { kind: position.kind, text: position.kind === 'higher' ? verdicts.higher : verdicts.lower };
}
