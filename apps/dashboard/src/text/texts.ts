import type { fr } from './fr';

/** Every text of the dashboard: English must have each one that French has. */
export type Texts = typeof fr;
