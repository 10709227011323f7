import { importsFr } from '@sillage/indicators';
import { Problem } from '../platform/problem';

export const unknownImport = (): Problem => new Problem(404, 'import-inconnu', importsFr.problems.unknownBatch);

/** The file itself is no longer there: refused for what it held, or removed with its folder. */
export const fileGone = (): Problem => new Problem(410, 'fichier-absent', importsFr.problems.unreadableFile);

export const notChecked = (): Problem => new Problem(404, 'controle-absent', importsFr.problems.noPreview);
