import { Problem } from '../../apps/api/src/platform/problem';

export interface Refusal {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly pointers: readonly string[];
}

/** What a person reads of a refusal, its non-breaking spaces made plain so that a test can quote it. */
export async function refusalOf(attempt: Promise<unknown>): Promise<Refusal> {
  try {
    await attempt;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const plain = (text = ''): string => text.replace(/[\u00a0\u202f]/g, ' ');
    return {
      status: error.status,
      title: plain(error.title),
      detail: plain(error.detail),
      pointers: (error.errors ?? []).map(({ pointer }) => pointer),
    };
  }
  throw new Error('Nothing was refused');
}
