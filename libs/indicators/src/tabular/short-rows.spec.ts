import { indicators, readTable, territories } from '../../../../test/support/read-table';
import { describeFinding } from '../wording/imports/describe-finding';
import { contextOfSample } from './reading-context';
import { RowReader } from './row-reader';
import { readSample } from './sample';

const text = 'code_dep;annee;POP;note\n01;2021;30\n';

describe('a row that lacks its last cells', () => {
  it('is refused in a text, where it may be cut', () => {
    const finding = readTable(text).verdicts?.[0]?.findings[0];
    expect(finding).toMatchObject({ code: 'NB_COLONNES', detail: { found: 3, expected: 4 } });
    expect(finding && describeFinding(finding, 'fr').message).not.toMatch(/virgule/);
    expect(finding && describeFinding(finding, 'en').message).not.toMatch(/comma/);
  });

  it('is whole in a workbook, whose rows end with their last filled cell', () => {
    const sample = readSample(text, true, indicators, 2027);
    if (sample.layout.kind === 'refused') throw new Error('The layout is refused');
    const { layout } = sample.layout;
    const context = contextOfSample(layout, sample.rows, territories, 2027, 2026);
    const reader = new RowReader(layout, territories, indicators, { ...context, isSheet: true });
    expect(reader.read(sample.rows[1]!)).toMatchObject({ verdict: 'kept', observations: [{ value: 30 }] });
  });
});
