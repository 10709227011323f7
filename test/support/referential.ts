import { readFileSync } from 'node:fs';
import { type ImportedIndicator, IndicatorIndex, isTerritoryLevel, TerritoryIndex } from '@sillage/indicators';
import { sharedFile } from './shared';

export const anImportedIndicator = (overrides: Partial<ImportedIndicator> = {}): ImportedIndicator => ({
  id: 1,
  code: 'NB_APA',
  synonyms: [],
  unit: 'persons',
  decimals: 0,
  scale: 1,
  allowsNegative: false,
  suppressionThreshold: null,
  frequency: 'P1Y',
  territorialRule: 'sum',
  ...overrides,
});

const rowsOf = (path: string): string[][] =>
  readFileSync(sharedFile(path), 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(';'));

/** The small referential that the ugly files assume. */
export function corpusReferential(): { territories: TerritoryIndex; indicators: IndicatorIndex } {
  const merged = new Map(rowsOf('corpus/ref/fusions.csv').map(([old = '', , date = '']) => [old, date]));
  const listed = rowsOf('corpus/ref/territoires.csv').map(([code = '', level = '']) => ({
    code,
    level,
    validTo: null,
  }));
  const former = [...merged].map(([code, validTo]) => ({ code, level: 'commune', validTo }));
  const territories = [...listed, ...former].map(({ code, level, validTo }, rank) => {
    const isPart = level === 'arrondissement' || /^69[DM]$/.test(code);
    const name = level === 'arrondissement' ? 'commune-part' : isPart ? 'departement-part' : level;
    if (!isTerritoryLevel(name)) throw new Error(`Unknown level ${name}`);
    return { id: rank + 1, level: name, code, validFrom: '1943-01-01', validTo };
  });
  const kinds = {
    effectif: { unit: 'persons', territorialRule: 'sum', suppressionThreshold: 11 },
    montant: { unit: 'euros', territorialRule: 'sum' },
    taux: { unit: 'percent', territorialRule: 'ratio-of-sums', scale: 100 },
    solde: { unit: 'persons', territorialRule: 'sum' },
  } as const;
  const indicators = rowsOf('corpus/ref/indicateurs.csv').map(([code = '', , kind = '', , negative, decimals], rank) =>
    anImportedIndicator({
      id: rank + 1,
      code,
      allowsNegative: negative === 'oui',
      decimals: Number(decimals),
      ...kinds[kind as keyof typeof kinds],
    }),
  );
  return { territories: new TerritoryIndex(territories), indicators: new IndicatorIndex(indicators) };
}
