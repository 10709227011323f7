import { nextTick, watch } from 'vue';
import { useRoute } from 'vue-router';

/** Shows the place that the address names, once the data that hold it have come. */
export function useAnchor(isReady: () => boolean): void {
  const route = useRoute();
  watch(
    isReady,
    async (ready) => {
      if (!ready || route.hash === '') return;
      await nextTick();
      document.getElementById(route.hash.slice(1))?.scrollIntoView();
    },
    { immediate: true },
  );
}
