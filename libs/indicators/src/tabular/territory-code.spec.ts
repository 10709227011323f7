import type { TerritoryLevel } from '../territory';
import { isTotalName, readTerritory, type TerritoryContext } from './territory-code';
import { guessVintage, TerritoryIndex } from './territory-index';

const index = new TerritoryIndex(
  (
    [
      ['departement', '01'],
      ['departement', '47'],
      ['departement', '2A'],
      ['departement', '84'],
      ['region', '84'],
      ['region', '01'],
      ['commune', '01001'],
      ['commune', '47167'],
      ['commune', '97353'],
      ['commune', '2A004'],
      ['canton', '4705'],
      ['canton', '1001'],
      ['epci', '200068948'],
      ['france', 'FR'],
      ['commune', '01033', '1943-01-01', '2019-01-01'],
      ['commune', '01033', '2019-01-01'],
      ['commune', '01091', '1943-01-01', '2019-01-01'],
    ] as [TerritoryLevel, string, string?, string?][]
  ).map(([level, code, validFrom = '1943-01-01', validTo = null], id) => ({ id, level, code, validFrom, validTo })),
);
const anyLevel: TerritoryContext = { levels: null, mainLevel: null, vintage: '2026-01-01' };
const read = (cell: string, context: Partial<TerritoryContext> = {}) => {
  const reading = readTerritory(cell, index, { ...anyLevel, ...context });
  return reading.kind === 'territory' ? [reading.level, reading.code, ...reading.remarks] : reading.kind;
};

describe('a territory in a cell', () => {
  it.each([
    ['47167', ['commune', '47167']],
    ['200068948', ['epci', '200068948']],
    ['2A', ['departement', '2A']],
    ['1', ['departement', '01', 'ZERO_INITIAL']],
    ['1001', ['canton', '1001']],
    ['2a004', ['commune', '2A004', 'CODE_NORMALISE']],
    ["'01001", ['commune', '01001', 'CODE_NORMALISE']],
    ['01-Ain ', ['departement', '01', 'CODE_NORMALISE']],
    ['4705 - Mézin', ['canton', '4705', 'CODE_NORMALISE']],
    ['200068948.0', ['epci', '200068948', 'CODE_NORMALISE']],
    ["47167 L'Abergement", ['commune', '47167', 'CODE_NORMALISE']],
    ['Mézin (47167)', ['commune', '47167', 'CODE_NORMALISE']],
    ['12 communes', 'unknown'],
    ['973353', ['commune', '97353', 'CODE_NORMALISE']],
    ['2025-COM-47167', ['commune', '47167', 'CODE_NORMALISE']],
    ['France', ['france', 'FR', 'CODE_NORMALISE']],
    ['TOTAL', 'total'],
    ['France métropolitaine', 'total'],
    ['Saint-Denis', 'ambiguous'],
    ['99999', 'unknown'],
    ['=1001+0', 'unknown'],
    ['+01001', 'unknown'],
    ['2,0003E+08', 'unknown'],
    ['20002999', 'unknown'],
    ['', 'unknown'],
  ])('%j is %j', (cell, expected) => {
    expect(read(cell)).toEqual(expected);
  });

  it('takes the level from the header, then from the other codes of the file', () => {
    expect(read('84')).toEqual(['departement', '84']);
    expect(read('84', { levels: ['region'] })).toEqual(['region', '84']);
    expect(read('84', { mainLevel: 'region' })).toEqual(['region', '84']);
    expect(read('1001', { levels: ['commune', 'commune-part'] })).toEqual(['commune', '01001', 'ZERO_INITIAL']);
  });

  it('reports a code that the vintage no longer knows', () => {
    expect(read('01091')).toEqual(['commune', '01091', 'CODE_AUTRE_MILLESIME']);
    expect(read('01091', { vintage: '2018-01-01' })).toEqual(['commune', '01091']);
  });

  it('guesses the newest vintage that knows the most codes', () => {
    expect(guessVintage([index.find('01033'), index.find('47167')], 2026)).toBe(2026);
    expect(guessVintage([index.find('01033'), index.find('01091')], 2026)).toBe(2018);
  });

  it.each(['Total', 'TOTAL GÉNÉRAL', 'Ensemble', 'Sous-total', 'France entière', 'Total des départements'])(
    '%j is a total',
    (label) => expect(isTotalName(label)).toBe(true),
  );
  it.each(['Totainville', 'Sommecaise', 'La Moyenneville', 'Mézin'])('%j is a place', (label) =>
    expect(isTotalName(label)).toBe(false),
  );
});
