import { areaOf, type TestCell, type TestSheet, xml } from './cells';
import { type ZipPart, zipOf } from './zip';

/** A spreadsheet as LibreOffice writes it. */
export function odsOf(sheets: readonly TestSheet[], parts: readonly ZipPart[] = [], zip = zipOf): Buffer {
  const tables = sheets.map(
    (sheet) =>
      `<table:table table:name="${xml(sheet.name)}" table:style-name="${sheet.isHidden ? 'ta2' : 'ta1'}"><table:table-column/>${sheet.rows
        .map((_, row) => rowOf(sheet, row))
        .join(
          '',
        )}<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row></table:table>`,
  );
  const content = `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"><office:automatic-styles><style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>${tables.join('')}</office:spreadsheet></office:body></office:document-content>`;
  return zip([
    { name: 'mimetype', body: 'application/vnd.oasis.opendocument.spreadsheet' },
    { name: 'content.xml', body: content },
    { name: 'META-INF/manifest.xml', body: '<manifest:manifest xmlns:manifest="urn:x"/>' },
    ...parts,
  ]);
}

function rowOf({ rows, merges = [], hiddenRows = [] }: TestSheet, row: number): string {
  const areas = merges.map(areaOf);
  const cells = rows[row]!.map((cell, column) => {
    const area = areas.find(({ top, left }) => top === row && left === column);
    const isCovered = areas.some(
      ({ top, left, bottom, right }) =>
        row >= top && row <= bottom && column >= left && column <= right && !(top === row && left === column),
    );
    const span = area
      ? ` table:number-columns-spanned="${area.right - area.left + 1}" table:number-rows-spanned="${area.bottom - area.top + 1}"`
      : '';
    return isCovered ? '<table:covered-table-cell/>' : cellOf(cell, span);
  });
  const visibility = hiddenRows.includes(row) ? ' table:visibility="filter"' : '';
  return `<table:table-row${visibility}>${cells.join('')}</table:table-row>`;
}

function cellOf(cell: TestCell, span: string): string {
  const value = (type: string, attributes: string, shown: string): string =>
    `<table:table-cell${span} office:value-type="${type}"${attributes}><text:p>${shown}</text:p></table:table-cell>`;
  if (cell === null) return '<table:table-cell/>';
  if (typeof cell === 'string')
    return `<table:table-cell${span} office:value-type="string"><office:annotation><text:p>remarque</text:p></office:annotation>${cell
      .split('\n')
      .map((line) => `<text:p>${paragraph(line)}</text:p>`)
      .join('')}</table:table-cell>`;
  if (typeof cell === 'number') return value('float', ` office:value="${cell}"`, 'arrondi');
  if (typeof cell === 'boolean') return value('boolean', ` office:boolean-value="${cell}"`, cell ? 'VRAI' : 'FAUX');
  if ('error' in cell) return value('string', ' office:string-value="" calcext:value-type="error"', xml(cell.error));
  if ('formula' in cell)
    return typeof cell.result === 'number'
      ? value('float', ` table:formula="${xml(cell.formula)}" office:value="${cell.result}"`, '0')
      : value('string', ` table:formula="${xml(cell.formula)}"`, xml(cell.result ?? ''));
  if (cell.format.includes('%')) return value('percentage', ` office:value="${cell.number}"`, 'arrondi');
  const date = new Date((cell.number - 25_569) * 86_400_000).toISOString().slice(0, 10);
  return value('date', ` office:date-value="${date}"`, 'janv. 20');
}

/** Spaces that follow each other have a mark of their own; runs in a span, as a word in bold makes. */
const paragraph = (line: string): string =>
  xml(line)
    .replace(/^ | $| (?= )/g, '<text:s/>')
    .replace(/^(\w{6,})/, '<text:span>$1</text:span>');
