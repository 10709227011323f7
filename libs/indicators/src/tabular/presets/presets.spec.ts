import { presetNamesEn } from '../../wording/imports/presets/en';
import { presetNamesFr } from '../../wording/imports/presets/fr';
import { presetOf, presets } from './presets';

describe('presets', () => {
  it.each([
    ['insee-dossier-complet', 'CODGEO;P21_POP;P15_POP;P21_POP0014'],
    ['insee-comparateur', 'CODGEO;P22_POP;P16_POP;SUPERF;MED21;TP6021'],
    ['insee-filosofi', 'CODGEO;NBMENFISC21;NBPERSMENFISC21;MED21;PIMP21;TP6021'],
    ['insee-base-communale', 'CODGEO;P20_POP1564;P20_ACT1564;P20_CHOM1564'],
    ['insee-populations-legales', 'REG;Région;DEP;CODARR;CODCAN;CODCOM;COM;Commune;PMUN;PCAP;PTOT'],
    ['insee-melodi', 'GEO;GEO_OBJECT;FILOSOFI_MEASURE;TIME_PERIOD;OBS_VALUE;OBS_STATUS'],
    ['insee-cog', 'ACTUAL;CHEFLIEU;CDC;RANG;REG;DEP;COM;NCC'],
    ['drees-aide-sociale', 'Code région;Code département;Département;2002;2003'],
    ['caf', 'Communes;Codes_Insee;NB_Pers_par_Foyer_Alloc;NB_Enfants'],
    ['caf', 'NOMEPCI;NUMEPCI;DTREF;NB_Enfants'],
    ['dvf-communes', ';INSEE_COM;Annee;Nb_mutations;NbMaisons'],
    ['lovac', 'CODGEO_25;LIBGEO_25;pp_vacant_25;pp_vacant_plus_2ans_25;pp_total_24'],
    ['rpls', 'DEPCOM_ARM;LIBCOM_DEP;nb_lgt'],
    ['ssmsi', 'CODGEO_2024;annee;indicateur;unite_de_compte;nombre;taux_pour_mille;est_diffuse'],
    ['pilote', 'identifiant_indic;zone_id;date_valeur;type_valeur;valeur'],
    [undefined, 'codgeo;annee;indicateur;valeur'],
  ])('%s is known by %s', (id, titles) => {
    expect(presetOf(titles.split(';'), undefined)?.id).toBe(id);
  });

  it('have names in both languages', () => {
    const ids = presets.map(({ id }) => id).sort();
    expect(Object.keys(presetNamesFr).sort()).toEqual(ids);
    expect(Object.keys(presetNamesEn).sort()).toEqual(ids);
  });
});
