import { computed, type Ref, ref } from 'vue';
import { type HintsInUse, hintsAddress, type ReadingHints, sendHints } from '../../api/imports';
import { type Resource, useResource } from '../../api/use-resource';
import { useSending } from '../use-sending';

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
  const { isSending, problem, send } = useSending();
  // the page is about to show the file read anew: a second press would send the same again
  const isSent = ref(false);
  return {
    inUse,
    isSending: computed(() => isSending.value || isSent.value),
    problem,
    send: async (hints) => {
      if (isSent.value) return false;
      isSent.value = await send(() => sendHints(id, hints));
      return isSent.value;
    },
  };
}
