import { readTable } from '../../../../test/support/read-table';
import { absenceCode } from '../measure';

describe('what producers’ files are known by', () => {
  it('keeps the reason why SSMSI gives no number', () => {
    const text = 'CODGEO_2024;annee;indicateur;nombre;est_diffuse\n01001;2021;POP;NA;ndiff\n01001;2020;POP;3;diff\n';
    const { verdicts, layout } = readTable(text);
    expect(layout).toMatchObject({ preset: 'ssmsi' });
    expect(verdicts?.map(({ observations }) => observations[0])).toMatchObject([
      { value: null, absence: absenceCode('not-disseminated') },
      { value: 3, absence: null },
    ]);
  });

  it('leaves the families of nowhere in CAF files', () => {
    const text = 'Communes;Codes_Insee;POP;DTREF\nX;XXXXX;5;31/12/2020\nE;99999;6;31/12/2020\nA;01001;7;31/12/2020\n';
    expect(readTable(text)).toMatchObject({
      said: ['ignored LIGNE_HORS_CHAMP', 'ignored LIGNE_HORS_CHAMP', 'kept PERIODE_NORMALISEE'],
      kept: [[5, 1, 2020000, 7]],
    });
  });

  it('reads PILOTE’s zones, and its values only', () => {
    const text =
      'identifiant_indic;zone_id;date_valeur;type_valeur;valeur\nPOP;D01;2021-12-31;vi;1\nPOP;D01;2021-12-31;va;30\nPOP;R84;2021-12-31;va;50\n';
    const { said, kept } = readTable(text);
    expect(said?.map((one) => one.split(' ')[0])).toEqual(['ignored', 'kept', 'kept']);
    expect(kept).toEqual([
      [1, 1, 2021000, 30],
      [3, 1, 2021000, 50],
    ]);
  });

  it('reads of MELODI the totals of levels and measures that are known', () => {
    const rows = [
      '2021;COM;01001;PMUN;_T;9',
      '2021;COM;01001;PMUN;F;4',
      '2021;IRIS;010010000;PMUN;_T;9',
      '2021;COM;01001;PCAP;_T;1',
    ];
    const text = `TIME_PERIOD;GEO_OBJECT;GEO;POPREF_MEASURE;SEX;OBS_VALUE\n${rows.join('\n')}\n`;
    const { said, kept } = readTable(text);
    expect(said?.map((one) => one.split(' ')[0])).toEqual(['kept', 'ignored', 'ignored', 'ignored']);
    expect(kept).toEqual([[5, 1, 2021000, 9]]);
  });

  it('dates the columns of the census, and can be refused', () => {
    const text = 'CODGEO;P22_POP;SUPERF\n01001;30;4\n';
    expect(readTable(text)).toMatchObject({ layout: { preset: 'insee-comparateur' }, kept: [[5, 1, 2022000, 30]] });
    expect(readTable(text, { preset: null })).toMatchObject({ layout: { preset: null }, kept: [[5, 1, 2022000, 30]] });
  });

  it('asks again when a year’s file has other titles', () => {
    expect(readTable('INSEE_COM;Annee;Nb_mutations_2024x;Prix\n01001;2024;3;4\n').refused).toContain(
      'AUCUN_INDICATEUR',
    );
  });
});
