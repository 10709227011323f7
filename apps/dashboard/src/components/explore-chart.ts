import type { Figure } from '../api/types';
import type { Language } from '../text/language';

export interface ExplorableChart {
  /** Shows the tooltip of the next or the previous point, from the keyboard. */
  step(by: 1 | -1): void;
  dispose(): void;
}

export async function exploreChart(
  _element: HTMLElement,
  figure: Figure,
  _language: Language,
): Promise<ExplorableChart> {
  throw new Error(`No interactive chart for ${figure.kind} yet`);
}
