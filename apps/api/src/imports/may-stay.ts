import { stat } from 'node:fs/promises';
import { type Finding, mentionsPersons } from '@sillage/indicators';
import { headBytes } from './file-survey';
import { headOf, roughText } from './workbook/file-head';
import { isPlainText } from './workbook/judge-entries';

/**
 * Whether a file of which nothing was read may stay, for a person to say how to read it: only when it was looked at for
 * persons. Sheets and entries are, before one of them is chosen.
 */
export async function mayStay(file: string, { code, detail }: Finding): Promise<boolean> {
  if (code === 'FEUILLE_INCONNUE' || code === 'FEUILLES_TOUTES_MASQUEES') return true;
  if (code === 'ARCHIVE_INTERDITE') return detail?.['reason'] === 'several';
  if (code !== 'TYPE_FICHIER' || !isPlainText(String(detail?.['kind'])) || (await stat(file)).size > headBytes)
    return false;
  return !mentionsPersons(roughText(await headOf(file, headBytes)));
}
