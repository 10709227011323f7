import type { IndicatorDefinition } from '../../../indicator';
import { type Period, periodText } from '../../../period';
import { columnsOfTemplate, type TemplateColumn } from '../../../template/import-template';
import type { TerritoryLevel } from '../../../territory';
import { templatesFr as templates } from './fr';

export interface TableSchemaField {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly type: 'string' | 'number' | 'integer';
  readonly decimalChar?: string;
  readonly groupChar?: string;
  readonly constraints?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

/** A Frictionless Table Schema (specs.frictionlessdata.io/table-schema). */
export interface TableSchema {
  readonly $schema: string;
  readonly name: string;
  readonly title: string;
  readonly fields: readonly TableSchemaField[];
  readonly primaryKey: readonly string[];
  readonly missingValues: readonly string[];
}

const periodPatterns: Record<string, string> = {
  P1Y: String.raw`\d{4}`,
  P6M: String.raw`\d{4}-S[12]`,
  P3M: String.raw`\d{4}-T[1-4]`,
  P1M: String.raw`\d{4}-(0[1-9]|1[0-2])`,
};

/** The marks that say why a value is absent, beside an empty cell. */
const marks = ['', 's', 'nd', 'ns', 'so', 'nr', 'nc', 'ndiff', '-', '/', '///'];

/** What a filled-in template must look like, for tools that check files before they are sent. */
export function templateSchema(
  indicator: IndicatorDefinition,
  level: TerritoryLevel,
  codes: readonly string[],
  period: Period,
): TableSchema {
  const { fr, code, allowsNegative, decimals, frequency, unit, scale } = indicator;
  const number = (canBeNegative: boolean): Partial<TableSchemaField> => ({
    type: 'number',
    decimalChar: ',',
    groupChar: ' ',
    constraints: { required: false, ...(canBeNegative ? {} : { minimum: 0 }) },
  });
  const own: Record<TemplateColumn, Partial<TableSchemaField>> = {
    code_territoire: { constraints: { required: true, enum: codes } },
    niveau: { constraints: { required: true, enum: [level] } },
    libelle: { constraints: { required: false } },
    periode: { constraints: { required: true, pattern: periodPatterns[frequency] ?? periodPatterns['P1Y']! } },
    indicateur: { constraints: { required: true, enum: [code] } },
    valeur: number(allowsNegative),
    numerateur: number(allowsNegative),
    denominateur: number(false),
    statut: { constraints: { required: false, enum: templates.statuses } },
  };
  const description = (column: TemplateColumn): string => {
    if (column === 'valeur') return templates.value(fr.definition, unit, decimals);
    if (column === 'numerateur') return templates.numerator(fr.formula, scale);
    if (column === 'periode') return templates.period(periodText(period));
    return templates.descriptions[column];
  };
  return {
    $schema: 'https://specs.frictionlessdata.io/schemas/table-schema.json',
    name: `modele-${code.toLowerCase()}-${level}`,
    title: templates.title(fr.label, code),
    fields: columnsOfTemplate(indicator).map((name) => ({
      name,
      title: templates.titles[name],
      description: description(name),
      type: 'string',
      ...own[name],
    })),
    primaryKey: ['code_territoire', 'niveau', 'periode', 'indicateur'],
    missingValues: marks,
  };
}
