import type { ImportReading } from '../../api/imports';
import type { MappingDraft } from './mapping-draft';

/** What a table must tell before it can be read, and the id of the field where one can say it. */
export interface Missing {
  readonly what: 'territory' | 'value' | 'indicator' | 'period' | 'level';
  readonly field: string;
}

export const fieldIds = {
  columns: 'colonnes',
  indicator: 'indicateur',
  period: 'periode',
  level: 'echelon',
  indicatorOf: (rank: number) => `indicateur-${rank}`,
} as const;

export function missingOf(draft: MappingDraft, reading: ImportReading, isLevelAsked: boolean): Missing[] {
  const has = (use: MappingDraft['columns'][number]['as']) => draft.columns.some(({ as }) => as === use);
  const values = draft.columns.filter(({ as }) => as === 'value');
  const unnamed = values.filter(({ indicator }) => indicator === '');
  const missing: Missing[] = [];
  if (draft.shape !== 'transposed' && !has('territory') && !has('label'))
    missing.push({ what: 'territory', field: fieldIds.columns });
  if (values.length === 0) missing.push({ what: 'value', field: fieldIds.columns });
  if (unnamed[0] && !has('indicator') && draft.indicator === '')
    missing.push({
      what: 'indicator',
      field: values.length === 1 ? fieldIds.indicatorOf(unnamed[0].rank) : fieldIds.indicator,
    });
  if (!has('period') && values.some(({ period }) => period === '') && draft.period === '' && reading.period === null)
    missing.push({ what: 'period', field: fieldIds.period });
  if (isLevelAsked && draft.level === '') missing.push({ what: 'level', field: fieldIds.level });
  return missing;
}
