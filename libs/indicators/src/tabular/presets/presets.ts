import { comparableName } from '../cell-text';
import { inseePresets } from './insee';
import { placePresets } from './places';
import type { Preset } from './preset';
import { socialPresets } from './social';
import { matchTitle } from './title-pattern';

/** Every preset; the first that recognises a file is taken. */
export const presets: readonly Preset[] = [...inseePresets, ...socialPresets, ...placePresets];

/** The preset of a file by its titles; the one that is asked for, or none when refused (null). */
export function presetOf(headers: readonly string[], asked: string | null | undefined): Preset | undefined {
  if (asked === null) return undefined;
  if (asked !== undefined) return presets.find(({ id }) => id === asked);
  const names = headers.map(comparableName);
  return presets.find(({ recognises }) =>
    recognises.some((titles) => titles.every((title) => names.some((name) => matchTitle(title, name)))),
  );
}
