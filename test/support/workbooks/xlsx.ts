import { columnName, type TestCell, type TestSheet, xml } from './cells';
import { type ZipPart, zipOf } from './zip';

export interface XlsxOptions {
  readonly isStrict?: boolean;
  readonly is1904?: boolean;
  /** Texts in their cells, instead of a table of their own. */
  readonly hasInlineTexts?: boolean;
  /** Parts besides those of every workbook. */
  readonly parts?: readonly ZipPart[];
}

/** A workbook as Excel writes it, transitional or strict. */
export function xlsxOf(sheets: readonly TestSheet[], options: XlsxOptions = {}, zip = zipOf): Buffer {
  const [main, office] = options.isStrict
    ? ['http://purl.oclc.org/ooxml/spreadsheetml/main', 'http://purl.oclc.org/ooxml/officeDocument/relationships']
    : [
        'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      ];
  const texts = new Map<string, number>();
  const formats = new Map<string, number>();
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relations = (body: string): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${body}</Relationships>`;
  const pages = sheets.map((sheet, rank) => ({
    name: `xl/worksheets/sheet${rank + 1}.xml`,
    body: `<worksheet xmlns="${main}">${sheetBody(sheet, texts, formats, options.hasInlineTexts ?? false)}</worksheet>`,
  }));
  const workbook = `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr date1904="${options.is1904 ? 1 : 0}"/><sheets>${sheets
    .map(
      ({ name, isHidden }, rank) =>
        `<sheet name="${xml(name)}" sheetId="${rank + 1}"${isHidden ? ' state="hidden"' : ''} r:id="rId${rank + 1}"/>`,
    )
    // Excel for Mac says more of the workbook, under the same name
    .join(
      '',
    )}</sheets><extLst><ext xmlns:x14="x14"><x14:workbookPr defaultImageDpi="32767"/></ext></extLst></workbook>`;
  const links =
    sheets.map((_, rank) => relation(`rId${rank + 1}`, 'worksheet', `worksheets/sheet${rank + 1}.xml`)).join('') +
    relation('rIdS', 'styles', 'styles.xml') +
    relation('rIdT', 'sharedStrings', 'sharedStrings.xml');
  const styles = `<styleSheet xmlns="${main}"><numFmts>${[...formats]
    .map(([code, id]) => `<numFmt numFmtId="${163 + id}" formatCode="${xml(code)}"/>`)
    .join('')}</numFmts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${[
    ...formats.values(),
  ]
    .map((id) => `<xf numFmtId="${163 + id}"/>`)
    .join('')}</cellXfs></styleSheet>`;
  return zip([
    { name: '[Content_Types].xml', body: '<Types/>' },
    { name: '_rels/.rels', body: relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')) },
    { name: 'xl/workbook.xml', body: workbook },
    { name: 'xl/_rels/workbook.xml.rels', body: relations(links) },
    { name: 'xl/styles.xml', body: styles },
    ...pages,
    {
      name: 'xl/sharedStrings.xml',
      body: `<sst xmlns="${main}">${[...texts.keys()].map((text) => `<si>${textRun(text)}</si>`).join('')}</sst>`,
    },
    ...(options.parts ?? []),
  ]);
}

function sheetBody(
  { rows, merges = [], hiddenRows = [] }: TestSheet,
  texts: Map<string, number>,
  formats: Map<string, number>,
  hasInlineTexts: boolean,
): string {
  const body = rows
    .map((row, index) => {
      const cells = row.map((cell, column) => {
        if (cell === null) return '';
        const place = `r="${columnName(column)}${index + 1}"`;
        return cellOf(cell, place, texts, formats, hasInlineTexts);
      });
      const hidden = hiddenRows.includes(index) ? ' hidden="1"' : '';
      return cells.join('') === '' ? '' : `<row r="${index + 1}"${hidden}>${cells.join('')}</row>`;
    })
    .join('');
  const merged = merges.map((reference) => `<mergeCell ref="${reference}"/>`).join('');
  return `<dimension ref="A1:Z${rows.length}"/><sheetData>${body}</sheetData>${merged && `<mergeCells>${merged}</mergeCells>`}`;
}

function cellOf(
  cell: NonNullable<TestCell>,
  place: string,
  texts: Map<string, number>,
  formats: Map<string, number>,
  hasInlineTexts: boolean,
): string {
  if (typeof cell === 'string')
    return hasInlineTexts
      ? `<c ${place} t="inlineStr"><is>${textRun(cell)}</is></c>`
      : `<c ${place} t="s"><v>${rankIn(texts, cell)}</v></c>`;
  if (typeof cell === 'number') return `<c ${place}><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c ${place} t="b"><v>${cell ? 1 : 0}</v></c>`;
  if ('number' in cell) return `<c ${place} s="${rankIn(formats, cell.format) + 1}"><v>${cell.number}</v></c>`;
  if ('error' in cell) return `<c ${place} t="e"><v>${cell.error}</v></c>`;
  if (cell.result === undefined) return `<c ${place}><f>${xml(cell.formula)}</f></c>`;
  const type = typeof cell.result === 'string' ? ' t="str"' : '';
  return `<c ${place}${type}><f>${xml(cell.formula)}</f><v>${xml(String(cell.result))}</v></c>`;
}

const rankIn = (known: Map<string, number>, key: string): number => {
  const rank = known.get(key) ?? known.size;
  known.set(key, rank);
  return rank;
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: those that XML refuses
const unwritable = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g;

/** Long texts in two runs, as a word in bold makes them; what XML cannot hold, escaped as Office does. */
function textRun(text: string): string {
  const escaped = (code: string): string => `_x${code.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
  const run = (part: string): string => `<t xml:space="preserve">${xml(part).replace(unwritable, escaped)}</t>`;
  const half = Math.floor(text.length / 2);
  return text.length > 20 && !/[\ud800-\udfff_]/.test(text)
    ? `<r>${run(text.slice(0, half))}</r><r><rPr><b/></rPr>${run(text.slice(half))}</r><rPh><t>lu</t></rPh>`
    : run(text);
}
