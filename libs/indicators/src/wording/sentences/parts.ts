/** What a verb agrees with. */
export interface Finite {
  readonly isFeminine: boolean;
  readonly isPlural: boolean;
}

export type Direction = 'up' | 'down' | 'stable';
