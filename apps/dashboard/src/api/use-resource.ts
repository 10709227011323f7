import { onScopeDispose, type Ref, ref, shallowRef, watch } from 'vue';
import { ApiProblem, read, takeInlined } from './client';

export interface Resource<T> {
  readonly data: Ref<T | null>;
  readonly problem: Ref<ApiProblem | null>;
  readonly isLoading: Ref<boolean>;
  reload(): Promise<void>;
}

/** Reads an address and again whenever it changes; the last good answer stays visible while the next one comes. */
export function useResource<T>(address: () => string | null): Resource<T> {
  const data: Ref<T | null> = shallowRef(null);
  const problem = shallowRef<ApiProblem | null>(null);
  const isLoading = ref(false);
  let current: AbortController | null = null;

  async function load(url: string): Promise<void> {
    current?.abort();
    const mine = new AbortController();
    current = mine;
    isLoading.value = true;
    try {
      const answer = await read<T>(url, mine.signal);
      if (current !== mine) return;
      data.value = answer;
      problem.value = null;
    } catch (error) {
      if (current !== mine || mine.signal.aborted) return;
      problem.value = error instanceof ApiProblem ? error : new ApiProblem(0, '', null);
    } finally {
      if (current === mine) isLoading.value = false;
    }
  }

  watch(
    address,
    (url) => {
      if (url === null) return;
      const inlined = takeInlined<T>(url);
      if (inlined === null) void load(url);
      else data.value = inlined;
    },
    { immediate: true },
  );
  onScopeDispose(() => current?.abort());

  return {
    data,
    problem,
    isLoading,
    reload: async () => {
      const url = address();
      if (url !== null) await load(url);
    },
  };
}
