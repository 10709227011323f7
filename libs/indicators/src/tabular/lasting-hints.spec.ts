import { lastingPart } from './lasting-hints';

describe('what is remembered of how a file was read', () => {
  it('is no mending, no choice for its rows, no period and no geography of one file', () => {
    const lasting = { sheet: 'Données', level: 'commune', factor: 1000 } as const;
    const ofOneFile = {
      corrections: [{ line: 2, column: 'a', value: '1' }],
      leftOut: { lines: [3] },
      accepted: ['SAUT'],
      period: '2023',
      vintage: 2024,
    } as const;
    expect(lastingPart({ ...lasting, ...ofOneFile })).toEqual(lasting);
  });

  it.each([
    ['Effectif', null],
    ['Effectif 2023', '2023'],
    ['pop_23', '2023'],
  ])('of the column %s keeps the period %s', (header, kept) => {
    const column = (period: string | null) => ({ header, use: { as: 'value' as const, indicator: 'POP', period } });
    expect(lastingPart({ columns: [column('2023')] })).toEqual({ columns: [column(kept)] });
  });
});
