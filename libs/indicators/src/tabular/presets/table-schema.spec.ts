import { anImportedIndicator } from '../../../../../test/support/referential';
import { IndicatorIndex } from '../indicator-index';
import { hintsOfTableSchema } from './table-schema';

const indicators = new IndicatorIndex([anImportedIndicator({ code: 'POP', synonyms: ['Population'] })]);

describe('hints of a Table Schema', () => {
  const fields = [
    { name: 'zone', title: 'Code département', type: 'string' },
    { name: 'observation', type: 'date' },
    { name: 'maj', type: 'date' },
    { name: 'hab', title: 'Population', type: 'integer' },
    { name: 'annee', type: 'year' },
  ];

  it('know fields by their titles and types, and leave to guesses what names say', () => {
    expect(hintsOfTableSchema({ fields }, indicators, 2027)).toEqual({
      columns: [
        { header: 'zone', use: { as: 'territory', levels: ['departement', 'departement-part', 'departement-group'] } },
        { header: 'observation', use: { as: 'period' } },
        { header: 'hab', use: { as: 'value', indicator: 'POP', period: null } },
      ],
    });
  });

  it('come from the first resource of a Data Package, with its dialect', () => {
    const resource = {
      schema: { fields: [{ name: 'x', type: 'string' }] },
      dialect: { delimiter: ';' },
      encoding: 'ISO-8859-1',
    };
    expect(hintsOfTableSchema({ resources: [resource] }, indicators, 2027)).toEqual({
      columns: [],
      delimiter: ';',
      encoding: 'win1252',
    });
  });

  it.each([null, 3, 'x', [], {}, { fields: 3 }, { fields: [{ title: 'x' }] }, { resources: [{}] }])(
    'are none of %j',
    (json) => {
      expect(hintsOfTableSchema(json, indicators, 2027)).toBeUndefined();
    },
  );
});
