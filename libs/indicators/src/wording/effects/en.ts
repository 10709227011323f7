import { certainty, directions } from './en/certainty';
import { evidence } from './en/evidence';
import { figures } from './en/figures';
import { finding } from './en/finding';
import { limits } from './en/limits';
import { methods } from './en/methods';
import { refusals } from './en/refusals';
import { sheet } from './en/sheet';
import { warnings } from './en/warnings';

export const effectWordsEn = {
  certainty,
  directions,
  evidence,
  figures,
  finding,
  limits,
  ...methods,
  refusals,
  sheet,
  warnings,
};
