import { aValue, type Preset } from './preset';

/** Housing, sales and safety: DGFiP, SDES, SSMSI; and the exchange format of the State's PILOTE. */
export const placePresets: readonly Preset[] = [
  {
    id: 'dvf-communes',
    recognises: [['insee_com', 'annee', 'nb_mutations']],
    columns: [
      { header: 'nb_mutations', use: aValue('REVI-14') },
      { header: 'prixm2moyen', use: aValue('DVF_PRIX_M2_MOYEN') },
    ],
    // sales whose commune the producer did not find
    filters: [{ column: 'insee_com', leaves: ['NA'] }],
  },
  {
    id: 'lovac',
    recognises: [
      ['codgeo_*', 'pp_vacant_plus_2ans_*'],
      ['codgeo_*', 'pp_total_*'],
    ],
    columns: [
      { header: 'pp_vacant_plus_2ans_*', use: aValue('LOVAC_VACANTS_2ANS') },
      { header: 'pp_total_*', use: aValue('LOVAC_PARC_PRIVE') },
    ],
  },
  {
    id: 'rpls',
    recognises: [['depcom_arm', 'libcom_dep']],
    columns: [{ header: 'libcom_dep', use: { as: 'label' } }],
  },
  {
    id: 'ssmsi',
    recognises: [['codgeo_*', 'annee', 'indicateur', 'nombre', 'est_diffuse']],
    columns: [
      { header: 'nombre', use: aValue(null) },
      { header: 'est_diffuse', use: { as: 'status' } },
    ],
  },
  {
    id: 'pilote',
    recognises: [['identifiant_indic', 'zone_id', 'date_valeur', 'type_valeur', 'valeur']],
    columns: [],
    // va: a value; vi and vc are the starting point and the target
    filters: [{ column: 'type_valeur', keeps: ['va'] }],
  },
];
