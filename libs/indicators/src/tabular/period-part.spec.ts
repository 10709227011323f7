import { readTable } from '../../../../test/support/read-table';

describe('a period in two columns', () => {
  it.each([
    ['annee;mois', '2023;12', 2023312],
    ['mois;annee', '1;2023', 2023301],
    ['annee;mois', '2023;décembre', 2023312],
    ['annee;mois', '2023;2023-12', 2023312],
    ['annee;num_mois', '2023;M07', 2023307],
    ['Année;Trimestre', '2023;T4', 2023204],
    ['annee;trimestre', '2023;1er trimestre', 2023201],
    ['annee;semestre', '2023;S2', 2023102],
    ['exercice;mois;trimestre', '2023;5;2', 2023305],
  ])('%s, %s is joined', (titles, cells, period) => {
    const { kept, said, layout } = readTable(`code_dep;${titles};POP\n01;${cells};30\n`);
    expect(kept).toEqual([[1, 1, period, 30]]);
    expect(said?.[0]).toMatch(/^kept/);
    const uses = layout && 'kind' in layout ? [] : layout?.columns.map(({ use }) => use.as);
    expect(uses?.filter((use) => use === 'period')).toHaveLength(2);
  });

  it.each([
    ['annee;mois', '2023;13'],
    ['annee;mois', '2023;'],
    ['annee;mois', '2022;2023-12'],
    ['annee;trimestre', '2023;5'],
    ['annee;mois', ';12'],
  ])('%s, %s is refused, never read as a year', (titles, cells) => {
    const { said, kept } = readTable(`code_dep;${titles};POP\n01;${cells};30\n`);
    expect(said).toEqual(['rejected PERIODE_INVALIDE']);
    expect(kept).toEqual([]);
  });
});
