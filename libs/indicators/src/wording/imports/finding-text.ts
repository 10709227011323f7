import type { Finding } from '../../tabular/finding';

/** The sentences of one finding: its name in a list, what was expected, and where, what was seen, how to mend. */
export interface FindingText {
  readonly title: string;
  readonly expected: string;
  readonly message: (finding: Finding) => string;
}
