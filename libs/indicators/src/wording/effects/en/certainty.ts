import type { certainty as fr, directions as frDirections } from '../fr/certainty';

export const certainty: typeof fr = {
  'very-likely': 'very likely',
  likely: 'likely, to be confirmed',
  inconclusive: 'no conclusion is possible: the difference may be zero',
  negligible: 'negligible effect',
};

export const directions: typeof frDirections = { up: 'rise', down: 'fall' };

/** Beside a project in a list. */
export const shortEvidence = (level: string) => `evidence: ${level} of 4`;
