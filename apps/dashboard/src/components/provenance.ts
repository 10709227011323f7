import { shallowRef } from 'vue';
import type { DatumReference } from '../api/types';

/** The number whose origin is being read; null when the panel is closed. */
export const tracedDatum = shallowRef<DatumReference | null>(null);
