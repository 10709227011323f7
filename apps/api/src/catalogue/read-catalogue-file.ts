import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { catalogueFr, type IndicatorDefinition } from '@sillage/indicators';
import { z } from 'zod';
import { decodeText, type Fault } from '../platform/csv-table';
import { Problem } from '../platform/problem';
import { indicatorDefinition } from './catalogue.dto';
import type { CatalogueFile } from './check-catalogue';
import { readCatalogueCsv } from './read-catalogue-csv';

/** A catalogue is a small file that a person writes: it is read whole. */
export async function readCatalogueFile(path: string): Promise<CatalogueFile> {
  const name = basename(path);
  const extension = extname(path).toLowerCase();
  if (extension !== '.json' && extension !== '.csv') {
    throw new Problem(422, 'catalogue-illisible', catalogueFr.wrongExtension(name));
  }
  const bytes = await readFile(path).catch(() => {
    throw new Problem(404, 'fichier-introuvable', catalogueFr.unreadable(name));
  });
  const text = decodeText(bytes);
  const file = extension === '.json' ? readJson(text) : readCatalogueCsv(text);
  if (file.kind === 'definitions' && file.definitions.length === 0) {
    return { kind: 'faults', faults: [{ pointer: '', detail: catalogueFr.empty }] };
  }
  return file;
}

const jsonFile = z.union([z.object({ indicators: z.array(z.unknown()) }), z.array(z.unknown())]);

function readJson(text: string): CatalogueFile {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { kind: 'faults', faults: [{ pointer: '', detail: catalogueFr.notJson(detail) }] };
  }
  const file = jsonFile.safeParse(content);
  if (!file.success) return { kind: 'faults', faults: [{ pointer: '', detail: catalogueFr.notACatalogue }] };
  const list = Array.isArray(file.data) ? file.data : file.data.indicators;
  const definitions: IndicatorDefinition[] = [];
  const faults: Fault[] = [];
  list.forEach((item, index) => {
    const result = indicatorDefinition.safeParse(item);
    if (result.success) {
      definitions.push(result.data);
      return;
    }
    for (const { path, message } of result.error.issues) {
      faults.push({
        pointer: `/indicators/${[index, ...path].join('/')}`,
        detail: catalogueFr.wrongField(codeOf(item) ?? `n°\u00a0${index + 1}`, path.join('.'), message),
      });
    }
  });
  return faults.length > 0 ? { kind: 'faults', faults } : { kind: 'definitions', definitions };
}

const codeOf = (item: unknown): string | undefined => z.object({ code: z.string() }).safeParse(item).data?.code;
