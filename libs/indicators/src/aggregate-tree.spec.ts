import fc from 'fast-check';
import { anAggregationRule } from '../../../test/support/builders';
import { type AggregateRow, aggregateTree } from './aggregate-tree';
import type { TreeNode } from './aggregate-weights';
import { partsFirst, treeWeights } from './aggregate-weights';
import type { AggregationRule } from './aggregation-rule';
import type { BaseRow } from './base-row';

const sum = anAggregationRule({ code: 'COUNT' });
const ratio: AggregationRule = { ...sum, code: 'RATE', form: 'ratio', scale: 100 };
const leaf = (id: number, population = 1): TreeNode => ({ id, isGround: true, population, partitions: [] });
const whole = (id: number, ...children: number[]): TreeNode => ({
  id,
  isGround: false,
  population: null,
  partitions: [children.map((child) => ({ child, share: 1 }))],
});
const row = (indicator: string, change: Partial<BaseRow>): BaseRow => ({
  indicator,
  period: 2020000,
  value: null,
  numerator: null,
  denominator: null,
  absence: null,
  status: 'normal',
  origin: 'published',
  ...change,
});
const at = (rows: readonly AggregateRow[], territory: number) => rows.find((found) => found.territory === territory);

describe('a tree of territories', () => {
  it('gives the same sum whatever the order of its parts', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 12 }), (values) => {
        const ids = values.map((_, index) => index + 1);
        const observations = new Map(values.map((value, index) => [index + 1, [row('COUNT', { value })]]));
        const total = (children: number[]) =>
          at(aggregateTree([...ids.map((id) => leaf(id)), whole(99, ...children)], [sum], observations), 99)?.measure;
        expect(total(ids)).toEqual(total([...ids].reverse()));
        expect(total(ids)).toEqual({ value: values.reduce((a, b) => a + b, 0) });
      }),
    );
  });

  it('gives a ratio between the lowest and the highest of its parts', () => {
    const cell = fc.record({ numerator: fc.nat(50), denominator: fc.integer({ min: 50, max: 500 }) });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 10 }), (cells) => {
        const nodes = [...cells.map((_, index) => leaf(index + 1)), whole(99, ...cells.map((_, index) => index + 1))];
        const observations = new Map(cells.map((figures, index) => [index + 1, [row('RATE', figures)]]));
        const measure = at(aggregateTree(nodes, [ratio], observations), 99)?.measure;
        const rates = cells.map(({ numerator, denominator }) => (100 * numerator) / denominator);
        const value = measure && 'value' in measure ? measure.value : Number.NaN;
        expect(value).toBeGreaterThanOrEqual(Math.min(...rates) - 1e-9);
        expect(value).toBeLessThanOrEqual(Math.max(...rates) + 1e-9);
      }),
    );
  });

  it('takes the best covered of two ways of cutting a territory, never both', () => {
    const rhone: TreeNode = {
      id: 9,
      isGround: false,
      population: null,
      partitions: [
        [
          { child: 1, share: 1 },
          { child: 2, share: 1 },
        ],
        [
          { child: 3, share: 1 },
          { child: 4, share: 1 },
        ],
      ],
    };
    const nodes = [leaf(1), leaf(2), leaf(3), leaf(4), rhone];
    const observations = new Map([
      [1, [row('COUNT', { value: 100 })]],
      [3, [row('COUNT', { value: 40 })]],
      [4, [row('COUNT', { value: 50 })]],
    ]);
    expect(at(aggregateTree(nodes, [sum], observations), 9)?.measure).toEqual({ value: 90 });
  });

  it('says the worst status of what it adds up', () => {
    const observations = new Map([
      [1, [row('COUNT', { value: 1, status: 'provisional' })]],
      [2, [row('COUNT', { value: 1, status: 'series-break' })]],
    ]);
    expect(at(aggregateTree([leaf(1), leaf(2), whole(9, 1, 2)], [sum], observations), 9)?.status).toBe('series-break');
  });

  it('refuses a territory that is a part of itself', () => {
    expect(() => partsFirst([whole(1, 2), whole(2, 1)])).toThrow(/a part of itself/);
  });

  it('weighs a commune by its population, one when it is unknown', () => {
    const unknown: TreeNode = { ...leaf(2), population: null };
    expect(treeWeights([leaf(1, 40), unknown, whole(9, 1, 2)]).get(9)).toMatchObject({ weight: 41, count: 2 });
  });
});
