import { indicators, territories } from '../../../../test/support/read-table';
import type { Finding } from './finding';
import { contextOfSample } from './reading-context';
import { RowLedger } from './row-ledger';
import { RowReader } from './row-reader';
import { readSample } from './sample';

function duplicatesIn(text: string) {
  const sample = readSample(text, true, indicators, 2027);
  if (sample.layout.kind === 'refused') throw new Error('The layout is refused');
  const { layout } = sample.layout;
  const context = contextOfSample(layout, sample.rows, territories, 2027, 2026);
  const findings: Finding[] = [];
  const ledger = new RowLedger(new RowReader(layout, territories, indicators, context), 1, (one) => findings.push(one));
  for (const row of sample.rows) if (row.line > layout.headerLine) ledger.enter(row);
  return findings.map(({ code, detail }) => (detail?.by === undefined ? code : `${code} ${detail.by}`));
}

describe('two rows of one cell', () => {
  it.each([
    ['sexe', 'F', 'H', '27', '27', ['DOUBLON_CONFLIT sexe']],
    ['sexe', 'F', 'H', '27', '30', ['DOUBLON_CONFLIT sexe']],
    ['sexe;tranche', 'F;60', 'F;75', '27', '27', ['DOUBLON_CONFLIT tranche']],
    ['sexe;tranche', 'F;60', 'H;75', '27', '27', ['DOUBLON_CONFLIT sexe, tranche']],
    ['sexe', 'F', 'F', '27', '27', ['DOUBLON_IDENTIQUE']],
    ['sexe', 'F', 'F', '27', '28', ['DOUBLON_CONFLIT']],
    ['libelle', 'Ain', 'AIN', '27', '27', ['DOUBLON_IDENTIQUE']],
    ['id', '1', '2', '27', '27', ['DOUBLON_IDENTIQUE']],
    ['Saisi par', 'AB', 'CD', '27', '27', ['DOUBLON_IDENTIQUE']],
    ['Dernière mise à jour', '02/2022', '03/2022', '27', '27', ['DOUBLON_IDENTIQUE']],
    ['Remarques', 'vérifié', '', '27', '27', ['DOUBLON_IDENTIQUE']],
    ['structure', 'EHPAD A', 'EHPAD B', '27', '27', ['DOUBLON_CONFLIT structure']],
  ])('under %s, %s and %s, valued %s and %s: %j', (titles, one, other, value, second, codes) => {
    const text = `code_dep;annee;${titles};POP\n01;2021;${one};${value}\n01;2021;${other};${second}\n`;
    expect(duplicatesIn(text)).toEqual(codes);
  });
});
