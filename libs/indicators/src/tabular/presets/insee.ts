import { aValue, type Preset } from './preset';

const census = [
  { header: 'p*_pop', use: aValue('POP') },
  { header: 'p*_emplt', use: aValue('REVI-07') },
  { header: 'p*_chom1564', use: aValue('RP_CHOMEURS_15_64') },
  { header: 'p*_act1564', use: aValue('RP_ACTIFS_15_64') },
  { header: 'naisd*', use: aValue('NAISSANCES') },
  { header: 'nais*', use: aValue('NAISSANCES') },
  { header: 'decesd*', use: aValue('DECES') },
  { header: 'deces*', use: aValue('DECES') },
  { header: 'med*', use: aValue('PREV-12') },
  { header: 'tp60*', use: aValue('PREV-11') },
];

/** INSEE: the census and its comparators (year in the title), Filosofi, MELODI (SDMX), the geographic code. */
export const inseePresets: readonly Preset[] = [
  { id: 'insee-dossier-complet', recognises: [['codgeo', 'p*_pop', 'p*_pop0014']], columns: census },
  { id: 'insee-comparateur', recognises: [['codgeo', 'superf', 'p*_pop']], columns: census },
  { id: 'insee-filosofi', recognises: [['codgeo', 'nbmenfisc*', 'med*']], columns: census },
  {
    id: 'insee-filosofi-libelles',
    recognises: [['nombre_de_menages_fiscaux', 'taux_de_pauvrete_ensemble_pop_totale']],
    columns: [
      { header: 'nombre_de_menages_fiscaux', use: aValue('NBMENFISC') },
      { header: 'nombre_de_personnes_dans_les_menages_fiscaux', use: aValue('NBPERSMENFISC') },
      { header: 'part_des_menages_fiscaux_imposes', use: aValue('PIMP') },
      { header: 'taux_de_pauvrete_ensemble_pop_totale', use: aValue('PREV-11') },
      { header: 'revenu_disponible_par_unite_de_consommation_mediane', use: aValue('PREV-12') },
    ],
  },
  {
    id: 'insee-base-communale',
    recognises: [
      ['codgeo', 'p*_act1564'],
      ['codgeo', 'p*_log', 'p*_men'],
      ['codgeo', 'naisd*'],
      ['codgeo', 'decesd*'],
    ],
    columns: census,
  },
  {
    id: 'insee-populations-legales',
    recognises: [['com', 'pmun', 'pcap', 'ptot']],
    columns: [
      { header: 'com', use: { as: 'territory', levels: ['commune', 'commune-part'] } },
      { header: 'pmun', use: aValue('POP') },
    ],
  },
  {
    id: 'insee-melodi',
    recognises: [
      ['geo', 'geo_object', 'time_period', 'obs_value'],
      ['geo', 'time_period', 'obs_value_niveau'],
    ],
    columns: [{ header: '%_measure', use: { as: 'indicator' } }],
    indicatorNames: {
      PMUN: 'POP',
      MED_SL: 'PREV-12',
      PR_MD60: 'PREV-11',
      LVB: 'NAISSANCES',
      DTH: 'DECES',
    },
    otherIndicators: 'ignored',
    filters: [{ column: 'geo_object', keeps: ['COM', 'ARM', 'EPCI', 'CAN', 'ARR', 'DEP', 'REG', 'FRANCE'] }],
    totals: '_T',
  },
  {
    id: 'insee-cog',
    recognises: [['actual', 'dep', 'com', 'ncc']],
    // 1: a commune of that year; the others are former communes, and cantons' parts
    filters: [{ column: 'actual', keeps: ['1'] }],
    columns: [],
  },
];
