import { type Ref, ref } from 'vue';
import { type HintsInUse, hintsAddress, type ReadingHints, sendHints } from '../../api/imports';
import { type Resource, useResource } from '../../api/use-resource';
import { problemText } from '../problem-text';

interface HintsOfImport {
  readonly inUse: Resource<HintsInUse>;
  readonly isSending: Ref<boolean>;
  readonly problem: Ref<string>;
  /** True once they are taken: the file is then read again. */
  send(hints: ReadingHints): Promise<boolean>;
}

/** How a person says an import is to be read, and how to say it otherwise. */
export function useHints(id: string): HintsOfImport {
  const inUse = useResource<HintsInUse>(() => hintsAddress(id));
  const isSending = ref(false);
  const problem = ref('');
  async function send(hints: ReadingHints): Promise<boolean> {
    isSending.value = true;
    problem.value = '';
    try {
      await sendHints(id, hints);
      return true;
    } catch (error) {
      problem.value = problemText(error);
      return false;
    } finally {
      isSending.value = false;
    }
  }
  return { inUse, isSending, problem, send };
}
