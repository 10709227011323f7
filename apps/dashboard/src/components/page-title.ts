import { watchEffect } from 'vue';
import { frame } from '../api/frame';
import { useText } from '../text/language';

/** « objet – rubrique – Département », unique to each page. */
export function usePageTitle(parts: () => readonly (string | null | undefined)[]): void {
  const t = useText();
  watchEffect(() => {
    const names = [...parts(), frame.value?.identity.name ?? t.value.frame.product];
    document.title = names.filter((name, rank) => name && names.indexOf(name) === rank).join(' – ');
  });
}
