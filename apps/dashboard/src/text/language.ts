import { readonly, ref, shallowRef } from 'vue';
import { fr } from './fr';
import type { Texts } from './texts';

export type Language = 'fr' | 'en';

const current = ref<Language>('fr');
const texts = shallowRef<Texts>(fr);

export const language = readonly(current);

/** French comes with the application; English is fetched by those who ask for it. */
export async function changeLanguage(next: Language): Promise<void> {
  if (next === current.value) return;
  texts.value = next === 'en' ? (await import('./en')).en : fr;
  current.value = next;
  document.documentElement.lang = next;
}

export const useText = () => texts;
