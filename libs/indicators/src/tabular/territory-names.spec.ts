import { placeNameKey } from './place-name';
import { type TerritoryName, TerritoryNames } from './territory-names';

describe('a place’s name', () => {
  it.each([
    ['SAINT-ETIENNE-DU-GRES', 'St Étienne du Grès'],
    ['L’Abergement-Clémenciat', "Abergement-Clémenciat (L')"],
    ['LE MANS', 'Mans (Le)'],
    ['Sainte-Livrade-sur-Lot', 'Ste Livrade s/ Lot'],
    ['Ambronay', 'Ambronay (01)'],
    ['Agen', '47001 - Agen'],
    ['Œuf-en-Ternois', 'OEUF EN TERNOIS'],
  ])('is the same as %j written %j', (one, other) => {
    expect(placeNameKey(other)).toBe(placeNameKey(one));
  });

  it.each([
    ['Saint-Denis', 'Sainte-Denise'],
    ['Ambérieu-en-Bugey', 'Ambérieux-en-Dombes'],
    ['La Tour', 'Tours'],
  ])('tells %j from %j', (one, other) => {
    expect(placeNameKey(other)).not.toBe(placeNameKey(one));
  });
});

describe('a label beside a code', () => {
  const name = (level: TerritoryName['level'], code: string, text: string, isCurrent = true): TerritoryName => ({
    level,
    code,
    name: text,
    isCurrent,
  });
  const list = [
    name('commune', '01033', 'Bellegarde-sur-Valserine', false),
    name('commune', '01033', 'Valserhône'),
    name('commune', '01033', 'Châtillon-en-Michaille', false),
    name('commune', '47001', 'Agen'),
    name('commune', '33001', 'Agen-le-Vieux'),
    name('commune', '53147', 'Mayenne'),
    name('departement', '53', 'Mayenne'),
    name('departement', '84', 'Vaucluse'),
    name('region', '84', 'Auvergne-Rhône-Alpes'),
    name('epci', '200096956', 'Agen'),
  ];
  const names = new TerritoryNames(list);

  it.each([
    ['the name itself', 'Valserhône', 'commune', '01033'],
    ['a name before a merger', 'BELLEGARDE SUR VALSERINE', 'commune', '01033'],
    ['that of a commune that merged into it', 'Chatillon en Michaille', 'commune', '01033'],
    ['its beginning', 'Bellegarde', 'commune', '01033'],
    ['its beginning, which is another’s name', 'Agen', 'commune', '33001'],
    ['the name of nobody', 'Bellerive', 'commune', '01033'],
    ['the name of a place of another level', 'Agen', 'departement', '84'],
  ] as const)('is right when it is %s', (_, label, level, code) => {
    expect(names.contradictedBy(label, level, code)).toBeNull();
  });

  it.each([
    ['of another commune', 'AGEN', 'commune', '01033', 'Valserhône'],
    ['of the région of the same code', 'Auvergne Rhône Alpes', 'departement', '84', 'Vaucluse'],
  ] as const)('is wrong when it is the name %s', (_, label, level, code, expected) => {
    expect(names.contradictedBy(label, level, code)).toBe(expected);
  });

  it.each([
    ['agen', ['commune'], ['47001']],
    ['Agen', null, ['47001', '200096956']],
    ['Mayenne', null, ['53147', '53']],
    ['Mayenne', ['departement'], ['53']],
    ['Châtillon-en-Michaille', ['commune'], []],
    ['Sainte-Colombe', ['commune'], ['47001', '33001']],
  ] as const)('finds who bears the name %j at the levels %j: %j', (text, levels, codes) => {
    const homonyms = [name('commune', '47001', 'Sainte-Colombe'), name('commune', '33001', 'Ste Colombe')];
    const all = [...list, ...(text === 'Sainte-Colombe' ? homonyms : [])];
    expect(new TerritoryNames(all).find(text, levels).map(({ code }) => code)).toEqual(codes);
  });
});
