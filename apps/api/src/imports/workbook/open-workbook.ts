import type { RefusedKind } from '@sillage/indicators';
import { OdsWorkbook } from './ods/ods-workbook';
import { TableRefused } from './table-refused';
import type { Workbook } from './workbook';
import { XlsxWorkbook } from './xlsx/xlsx-workbook';
import type { ZipArchive } from './zip-archive';

const openDocuments: Readonly<Record<string, RefusedKind>> = { text: 'odt', presentation: 'odp', graphics: 'odg' };

/** The workbook that a zip is, told by what it holds; undefined for a plain archive. */
export async function workbookOf(zip: ZipArchive): Promise<Workbook | undefined> {
  if (zip.has('[Content_Types].xml')) {
    const holds = (folder: string): boolean => zip.entries.some(({ name }) => name.startsWith(folder));
    if (zip.has('xl/workbook.bin')) throw new TableRefused('TYPE_FICHIER', { kind: 'xlsb' });
    if (holds('word/')) throw new TableRefused('TYPE_FICHIER', { kind: 'docx' });
    if (holds('ppt/')) throw new TableRefused('TYPE_FICHIER', { kind: 'pptx' });
    return XlsxWorkbook.open(zip);
  }
  if (zip.has('Index/Document.iwa') || zip.has('Index.zip')) throw new TableRefused('TYPE_FICHIER', { kind: 'iwork' });
  if (!zip.has('mimetype') || !zip.has('content.xml')) return undefined;
  const type = (await zip.readWhole('mimetype')).toString('latin1').trim();
  if (!type.includes('opendocument')) return undefined;
  if (!type.includes('spreadsheet'))
    throw new TableRefused('TYPE_FICHIER', { kind: openDocuments[type.split('.').at(-1)!] ?? 'odf' });
  return OdsWorkbook.open(zip);
}
