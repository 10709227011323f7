import { posix } from 'node:path';
import { builtinFormat, type CellFormat, formatOfCode } from '../cell-format';
import { SharedTexts } from '../shared-texts';
import { tableLimits } from '../table-limits';
import { TableRefused, unreadable } from '../table-refused';
import { attribute, readXml } from '../xml-reader';
import type { ZipArchive } from '../zip-archive';
import { isTrue, unescaped } from './escaped-text';

export interface SheetPart {
  readonly name: string;
  readonly isHidden: boolean;
  readonly part: string;
}

export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  readonly is1904: boolean;
  readonly texts: string | undefined;
  readonly styles: string | undefined;
}

/** What leads from the package to the sheets. Types are compared by their last word: the strict dialect has other roots. */
export async function readWorkbookParts(zip: ZipArchive): Promise<WorkbookParts> {
  const [root] = await relationsOf(zip, '');
  const main = [...(root?.values() ?? [])].find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (main.endsWith('.bin')) throw new TableRefused('TYPE_FICHIER', { kind: 'xlsb' });
  if (!main.startsWith('xl/') && !zip.has(main)) throw unreadable('part');
  const [relations] = await relationsOf(zip, main);
  const sheets: SheetPart[] = [];
  let is1904 = false;
  let isSpreadsheet = false;
  await readXml(await zip.read(main), {
    open(name, attributes) {
      if (name === 'workbook') isSpreadsheet = true;
      if (name === 'workbookPr') is1904 ||= isTrue(attribute(attributes, 'date1904'));
      if (name !== 'sheet') return;
      const relation = relations?.get(attribute(attributes, 'id') ?? '');
      if (relation?.type !== 'worksheet' || !zip.has(relation.target)) return;
      if (sheets.length >= tableLimits.sheets) throw unreadable('sheets');
      const state = attribute(attributes, 'state');
      sheets.push({
        name: attribute(attributes, 'name') ?? '',
        isHidden: state === 'hidden' || state === 'veryHidden',
        part: relation.target,
      });
    },
  });
  if (!isSpreadsheet) throw unreadable('part');
  const partOf = (type: string): string | undefined =>
    [...(relations?.values() ?? [])].find((relation) => relation.type === type && zip.has(relation.target))?.target;
  return { sheets, is1904, texts: partOf('sharedStrings'), styles: partOf('styles') };
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

async function relationsOf(zip: ZipArchive, part: string): Promise<[Map<string, Relation>] | []> {
  const folder = posix.dirname(part);
  const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  if (!zip.has(name)) return [];
  const relations = new Map<string, Relation>();
  await readXml(await zip.read(name), {
    open(element, attributes) {
      if (element !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return;
      const target = attribute(attributes, 'Target') ?? '';
      relations.set(attribute(attributes, 'Id') ?? '', {
        type: (attribute(attributes, 'Type') ?? '').split('/').at(-1) ?? '',
        target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
      });
    },
  });
  return [relations];
}

/** How each style of cell shows its number, by rank. */
export async function readStyles(zip: ZipArchive, part: string | undefined): Promise<readonly CellFormat[]> {
  const formats: CellFormat[] = [];
  if (!part) return formats;
  const own = new Map<number, CellFormat>();
  let isInCells = false;
  await readXml(await zip.read(part), {
    open(name, attributes) {
      if (own.size + formats.length > tableLimits.styles) throw unreadable('styles');
      if (name === 'numFmt')
        own.set(Number(attribute(attributes, 'numFmtId')), formatOfCode(attribute(attributes, 'formatCode') ?? ''));
      else if (name === 'cellXfs') isInCells = true;
      else if (name === 'xf' && isInCells) {
        const id = Number(attribute(attributes, 'numFmtId') ?? 0);
        formats.push(own.get(id) ?? builtinFormat(id) ?? 'number');
      }
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  return formats;
}

/** The texts of a workbook: the runs of a rich text follow each other, its phonetic reading is left out. */
export async function readSharedTexts(zip: ZipArchive, part: string | undefined): Promise<SharedTexts> {
  const texts = new SharedTexts();
  if (!part) return texts;
  let text = '';
  let isText = false;
  let phonetic = 0;
  await readXml(await zip.read(part), {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic += 1;
      else if (name === 't') isText = phonetic === 0;
    },
    text(run) {
      if (isText && text.length < tableLimits.cellLength) text += run;
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'si') texts.add(unescaped(text));
    },
  });
  return texts;
}
