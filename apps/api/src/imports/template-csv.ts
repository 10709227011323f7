import {
  columnsOfTemplate,
  type IndicatorDefinition,
  type TemplateColumn,
  type TerritoryLevel,
} from '@sillage/indicators';
import { csvCell } from './csv-cell';

interface TemplateRow {
  readonly code: string;
  readonly name: string;
  readonly level: TerritoryLevel;
}

/** UTF-8 with its mark, semicolons and CRLF: what a French spreadsheet opens without asking. */
export function templateCsv(indicator: IndicatorDefinition, rows: readonly TemplateRow[], period: string): string {
  const columns = columnsOfTemplate(indicator);
  const lines = rows.map(({ code, level, name }) => {
    const known: Partial<Record<TemplateColumn, string>> = {
      code_territoire: code,
      niveau: level,
      libelle: name,
      periode: period,
      indicateur: indicator.code,
    };
    return columns.map((column) => csvCell(known[column] ?? '')).join(';');
  });
  return `\ufeff${[columns.join(';'), ...lines].map((line) => `${line}\r\n`).join('')}`;
}
