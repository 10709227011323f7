import type { Layout } from './layout';
import { SchemaRules } from './schema-rules';

const layout = (headers: readonly string[], value = 1): Layout =>
  ({ headers, headerLine: 1, values: [{ index: value }], roles: {} }) as unknown as Layout;

const rulesOf = (fields: readonly object[], more: object = {}) =>
  new SchemaRules({ fields, ...more }, layout(['code', 'valeur', 'note']));

const broken = (field: object, cell: string) =>
  rulesOf([{ name: 'note', ...field }])
    .check(['', '', cell], 3)
    .map(({ code, line, column, detail }) => [code, line, column, detail?.['rule']]);

describe('what a Table Schema asks of cells', () => {
  it.each([
    [{ constraints: { required: true } }, '', 'required'],
    [{ type: 'number', constraints: { minimum: 0 } }, '-1,5', 'minimum'],
    [{ type: 'number', constraints: { maximum: '100' } }, '1 200', 'maximum'],
    [{ type: 'integer' }, '12,5', 'type'],
    [{ type: 'integer' }, 'douze', 'type'],
    [{ type: 'yearmonth' }, '2021-13', 'type'],
    [{ constraints: { minLength: 5 } }, '1001', 'minLength'],
    [{ constraints: { maxLength: 5 } }, '010011', 'maxLength'],
    [{ constraints: { enum: ['oui', 'non'] } }, 'peut-être', 'enum'],
    [{ constraints: { pattern: String.raw`\d{2}|2[AB]` } }, '2C', 'pattern'],
    // the whole cell must match, as the specification says
    [{ constraints: { pattern: String.raw`\d{2}` } }, '123', 'pattern'],
  ])('%j refuses "%s": %s', (field, cell, rule) => {
    expect(broken(field, cell)).toEqual([['CONTRAINTE_SCHEMA', 3, 'note', rule]]);
  });

  it.each([
    [{ type: 'number', constraints: { minimum: 0, maximum: 100 } }, '99,9'],
    [{ type: 'number', constraints: { minimum: 0 } }, 's'],
    [{ type: 'integer', constraints: { enum: [1, 2] } }, '2'],
    [{ constraints: { enum: ['oui'] } }, ''],
    [{ constraints: { pattern: String.raw`([013-9]\d|2[AB1-9])\d{3}` } }, '2A004'],
    [{ type: 'year' }, '2021'],
  ])('%j accepts "%s"', (field, cell) => {
    expect(broken(field, cell)).toEqual([]);
  });

  it('takes its own marks for absences, beside those of producers', () => {
    const rules = rulesOf([{ name: 'valeur', type: 'number' }, { name: 'note' }], {
      missingValues: ['', '-999', 'x', 's'],
    });
    expect(rules.readable(['x', '-999', 'x'])).toEqual(['x', 'nd', '']);
    expect(rules.readable(['a', 's', 'b'])).toEqual(['a', 's', 'b']);
    expect(rules.check(['', '-999', ''], 2)).toEqual([]);
  });

  it('tells what it does not check, and which fields the file lacks', () => {
    const fields = [
      { name: 'code', title: 'Code', constraints: { required: true, unique: true } },
      { name: 'lieu', type: 'geopoint' },
      { name: 'annee', constraints: { required: true } },
      // exponential on a near miss
      { name: 'note', constraints: { pattern: '(a+)+b' } },
    ];
    const rules = rulesOf(fields, { primaryKey: 'code', foreignKeys: [], $schema: 'x' });
    expect(rules.findings.map(({ code, column, detail }) => [code, column, detail?.['parts']])).toEqual([
      ['COLONNE_MANQUANTE', 'annee', undefined],
      [
        'SCHEMA_PARTIEL',
        null,
        'primaryKey, foreignKeys, code.constraints.unique, lieu.type=geopoint, note.constraints.pattern, lieu',
      ],
    ]);
    expect(rules.check(['1', '2', `${'a'.repeat(60)}c`], 2)).toEqual([]);
  });
});
