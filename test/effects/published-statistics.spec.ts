import {
  byarInterval,
  type Confidence,
  meanInterval,
  quantileGroups,
  rateInterval,
  wilsonInterval,
} from '@sillage/indicators';
import { describeWithSharedData } from '../support/shared';
import { expectRelative, type Row, readPublished } from './published';

const statistics = 'effects/17a-phe-indicators';
const confidenceOf = (text: string): Confidence => (text === '95%' ? 0.95 : 0.998);

describeWithSharedData('statistics published by PHEindicatormethods', () => {
  const rows = (name: string): Row[] => readPublished(`${statistics}/testdata_${name}.csv`);

  it('gives the limits of Byar and of Wilson', () => {
    for (const row of rows('Byars_Wilson__testdata_B_W')) {
      const confidence = confidenceOf(row.text('confidence'));
      const limits =
        row.text('method') === 'Byars'
          ? byarInterval(row.number('x'), 1, confidence)
          : wilsonInterval(row.number('x'), row.number('n'), confidence);
      expect(limits).toBeDefined();
      if (!limits) continue;
      // Where Byar's lower limit would be negative the file has none.
      if (row.has('lowercl')) expectRelative(limits.low, row.number('lowercl'), 1e-11);
      else expect(limits.low).toBe(0);
      expectRelative(limits.high, row.number('uppercl'), 1e-11);
    }
  });

  it.each([
    ['Proportion__testdata_Prop', wilsonInterval],
    ['Rate__testdata_Rate', rateInterval],
  ] as const)('gives both limits of %s', (name, interval) => {
    const complete = rows(name).filter((row) => row.has('lower95_0cl'));
    expect(complete.length).toBeGreaterThan(10);
    for (const row of complete) {
      for (const [confidence, suffix] of [
        [0.95, '95_0cl'],
        [0.998, '99_8cl'],
      ] as const) {
        const limits = interval(row.number('Numerator'), row.number('Denominator'), confidence)!;
        expectRelative(limits.low * row.number('multiplier'), row.number(`lower${suffix}`), 1e-10);
        expectRelative(limits.high * row.number('multiplier'), row.number(`upper${suffix}`), 1e-10);
      }
    }
  });

  it.each([
    ['Proportion__testdata_Prop_g', wilsonInterval],
    ['Rate__testdata_Rate_g', rateInterval],
  ] as const)('gives the limits of the groups of %s', (name, interval) => {
    const complete = rows(name).filter((row) => row.has('lowercl'));
    expect(complete.length).toBeGreaterThan(6);
    for (const row of complete) {
      const limits = interval(
        row.number('Numerator'),
        row.number('Denominator'),
        confidenceOf(row.text('confidence')),
      )!;
      expectRelative(limits.low * row.number('multiplier'), row.number('lowercl'), 1e-10);
      expectRelative(limits.high * row.number('multiplier'), row.number('uppercl'), 1e-10);
    }
  });

  it('gives the interval of a mean, by area and in all', () => {
    const values = rows('Mean__testdata_Mean');
    for (const row of rows('Mean__testdata_Mean_results')) {
      const area = row.text('area');
      const sample = values.filter((value) => area === 'No grouping' || value.text('area') === area);
      for (const [confidence, suffix] of [
        [0.95, '95_0cl'],
        [0.998, '99_8cl'],
      ] as const) {
        const limits = meanInterval(
          sample.map((value) => value.number('values')),
          confidence,
        )!;
        expectRelative(limits.mean, row.number('value'), 1e-12);
        expectRelative(limits.low, row.number(`lower${suffix}`), 1e-8);
        expectRelative(limits.high, row.number(`upper${suffix}`), 1e-8);
      }
    }
  });

  it('puts areas in the published groups, whatever the grouping, the polarity and the ties', () => {
    const groups: Record<string, number> = { Quartile: 4, Septile: 7, Decile: 10 };
    const all = rows('Quantiles__testdata_Quantiles');
    const keyOf = (row: Row): string => {
      const set = row.text('GroupSet');
      const within = set === 'None' ? '' : `${row.text('Test')}|${row.text('IndSexRef')}`;
      return [row.text('QuantileNm'), set, within, set === 'IndSexReg' ? row.text('ParentCode') : ''].join('|');
    };
    for (const key of new Set(all.map(keyOf))) {
      const members = all.filter((row) => keyOf(row) === key);
      const first = members[0]!;
      // The file reverses every series, except those marked as better when high within their own group.
      const isGrouped = first.text('GroupSet') !== 'None' && first.text('Test') !== 'BadPolarity';
      const highestFirst = !(isGrouped && ['FALSE', 'RAG - High is good'].includes(first.text('Polarity')));
      const found = quantileGroups(
        members.map((row) => (row.has('Value') ? row.number('Value') : null)),
        groups[first.text('QuantileNm')]!,
        { highestFirst },
      );
      expect(found).toEqual(members.map((row) => (row.has('QuantileInGrp') ? row.number('QuantileInGrp') : null)));
    }
  });
});
