import { type Ref, ref } from 'vue';
import { problemText } from './problem-text';

interface Sending {
  readonly isSending: Ref<boolean>;
  /** Why the last attempt failed; empty when it did not. */
  readonly problem: Ref<string>;
  /** Does some work with the server; false when it failed. */
  send(work: () => Promise<unknown>): Promise<boolean>;
}

/** What a form says while it waits for the server, and when the server refuses. */
export function useSending(): Sending {
  const isSending = ref(false);
  const problem = ref('');
  async function send(work: () => Promise<unknown>): Promise<boolean> {
    // a button that says it is busy keeps the focus, so it can be pressed again
    if (isSending.value) return false;
    isSending.value = true;
    problem.value = '';
    try {
      await work();
      return true;
    } catch (error) {
      problem.value = problemText(error);
      return false;
    } finally {
      isSending.value = false;
    }
  }
  return { isSending, problem, send };
}
