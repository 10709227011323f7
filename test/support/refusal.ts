import { Problem } from '../../apps/api/src/platform/problem';

export interface Refusal {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly pointers: readonly string[];
}

/** The problem that an attempt is refused with; anything else fails the test. */
export async function problemOf(attempt: Promise<unknown>): Promise<Problem> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('Nothing was refused');
}

/** What a person reads of a refusal, its non-breaking spaces made plain so that a test can quote it. */
export async function refusalOf(attempt: Promise<unknown>): Promise<Refusal> {
  const { status, title, detail, errors = [] } = await problemOf(attempt);
  const plain = (text = ''): string => text.replace(/[\u00a0\u202f]/g, ' ');
  return { status, title: plain(title), detail: plain(detail), pointers: errors.map(({ pointer }) => pointer) };
}
