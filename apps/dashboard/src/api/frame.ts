import { shallowRef, watchEffect } from 'vue';
import { read, takeInlined } from './client';
import { methodPageAddress } from './pages';
import type { Frame } from './types';
import type { Resource } from './use-resource';

/** Whose dashboard this is and which state of the figures it shows: the last page that said so. */
export const frame = shallowRef<Frame | null>(null);

export function useFrameOf(resource: Resource<{ frame: Frame }>): void {
  watchEffect(() => {
    if (resource.data.value) frame.value = resource.data.value.frame;
  });
}

/** For the pages whose own data do not carry the frame. */
export async function ensureFrame(): Promise<Frame | null> {
  if (frame.value !== null) return frame.value;
  try {
    const address = methodPageAddress();
    const page = takeInlined<{ frame: Frame }>(address) ?? (await read<{ frame: Frame }>(address));
    frame.value ??= page.frame;
  } catch {
    // The header then shows the product's name; the page itself says what failed.
  }
  return frame.value;
}
