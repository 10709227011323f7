import { certainty, directions } from './fr/certainty';
import { evidence } from './fr/evidence';
import { figures } from './fr/figures';
import { finding } from './fr/finding';
import { limits } from './fr/limits';
import { methods } from './fr/methods';
import { refusals } from './fr/refusals';
import { sheet } from './fr/sheet';
import { warnings } from './fr/warnings';

export const effectWordsFr = {
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
