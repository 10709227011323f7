import type { InjectionKey, Ref } from 'vue';
import { inject } from 'vue';
import type { Fault } from '../../api/client';

export const faultsKey: InjectionKey<Ref<readonly Fault[]>> = Symbol('faults');

/** "/territories/0/startDate" → "champ-territories-0-startDate" */
export const fieldId = (pointer: string): string => `champ${pointer.replaceAll('/', '-')}`;

/** The fault of a field, or of what it stands for when the server points at the whole. */
export function useFault(): (...pointers: string[]) => string | undefined {
  const faults = inject(faultsKey);
  return (...pointers) => faults?.value.find(({ pointer }) => pointers.includes(pointer))?.detail;
}
