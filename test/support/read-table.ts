import {
  contextOfSample,
  IndicatorIndex,
  type ReadingHints,
  RowReader,
  type RowVerdict,
  readSample,
  type TerritoryCode,
  TerritoryIndex,
} from '@sillage/indicators';
import { anImportedIndicator } from './referential';

export const indicators = new IndicatorIndex([
  anImportedIndicator({ id: 1, code: 'POP', synonyms: ['Population'], unit: 'count' }),
  anImportedIndicator({ id: 2, code: 'ASE', unit: 'count' }),
]);

const place = (id: number, level: TerritoryCode['level'], code: string): TerritoryCode => ({
  id,
  level,
  code,
  validFrom: '1943-01-01',
  validTo: null,
});
export const territories = new TerritoryIndex([
  place(1, 'departement', '01'),
  place(2, 'departement', '84'),
  place(3, 'region', '84'),
  place(4, 'region', '01'),
  place(5, 'commune', '01001'),
  place(6, 'commune', '97401'),
  place(7, 'departement', '2A'),
]);

/** What each row of a text gives: its verdict, its remarks, and territory/period/value of its observations. */
export function readTable(text: string, hints: ReadingHints = {}) {
  const sample = readSample(text, true, indicators, 2027, hints);
  if (sample.layout.kind === 'refused')
    return { refused: sample.layout.findings.map(({ code }) => code), layout: sample.layout };
  const { layout } = sample.layout;
  const context = contextOfSample(layout, sample.rows, territories, 2027, 2026, hints);
  const reader = new RowReader(layout, territories, indicators, context);
  const verdicts = sample.rows
    .filter(({ line }) => line > layout.headerLine)
    .flatMap((row): readonly RowVerdict[] => [reader.read(row)].filter((verdict) => verdict !== null));
  return {
    layout,
    said: verdicts.map(({ verdict, findings }) => [verdict, ...findings.map(({ code }) => code)].join(' ')),
    kept: verdicts.flatMap(({ observations }) =>
      observations.map(({ territoryId, indicatorId, period, value }) => [territoryId, indicatorId, period, value]),
    ),
    verdicts,
  };
}
