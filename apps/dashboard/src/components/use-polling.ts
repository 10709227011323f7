import { onBeforeUnmount, onMounted } from 'vue';

/** Calls again and again while the page is open and seen; the next call waits for the last one. */
export function usePolling(work: () => Promise<void>, everyMs: () => number): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  const next = (): void => {
    timer = setTimeout(async () => {
      if (!document.hidden) await work();
      if (!isStopped) next();
    }, everyMs());
  };
  onMounted(next);
  onBeforeUnmount(() => {
    isStopped = true;
    clearTimeout(timer);
  });
}
