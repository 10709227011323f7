import { shallowRef, watchEffect } from 'vue';
import { language } from '../text/language';
import { read } from './client';
import type { Frame } from './types';
import type { Resource } from './use-resource';

/** Whose dashboard this is and which state of the figures it shows: the last page that said so. */
export const frame = shallowRef<Frame | null>(null);

export function useFrameOf(resource: Resource<{ frame: Frame }>): void {
  watchEffect(() => {
    if (resource.data.value) frame.value = resource.data.value.frame;
  });
}

let isAsking = false;
/** For the pages whose own data do not carry the frame. */
export async function ensureFrame(): Promise<void> {
  if (frame.value !== null || isAsking) return;
  isAsking = true;
  try {
    const page = await read<{ frame: Frame }>(`/api/v1/pages/method?lang=${language.value}`);
    frame.value ??= page.frame;
  } catch {
    // The header then shows the product's name; the page itself says what failed.
  } finally {
    isAsking = false;
  }
}
