import { aValue, type Preset } from './preset';

/** DREES, CAF and France Travail: people and their rights. */
export const socialPresets: readonly Preset[] = [
  {
    id: 'drees-aide-sociale',
    recognises: [
      ['code_region', 'code_departement', '*'],
      ['code_region', 'numero_departement', '*'],
    ],
    columns: [],
  },
  {
    id: 'caf',
    recognises: [['codes_insee'], ['numcom', 'nomcom'], ['numepci', 'nomepci'], ['code_insee', 'dtref']],
    columns: [
      { header: 'codes_insee', use: { as: 'territory', levels: ['commune', 'commune-part'] } },
      { header: 'numcom', use: { as: 'territory', levels: ['commune', 'commune-part'] } },
      { header: 'numepci', use: { as: 'territory', levels: ['epci'] } },
      { header: 'communes', use: { as: 'label' } },
      { header: 'nomcom', use: { as: 'label' } },
      { header: 'nomepci', use: { as: 'label' } },
    ],
    // families abroad, and of unknown commune
    filters: ['codes_insee', 'numcom', 'numepci', 'code_insee'].map((column) => ({
      column,
      leaves: ['99999', 'XXXXX', '999999999', 'XXXXXXXXX'],
    })),
  },
  {
    id: 'france-travail',
    recognises: [
      ['code_departement', 'categorie', 'nombre_de_demandeurs_d_emploi'],
      ['code_commune', 'categorie', 'nombre_de_demandeurs_d_emploi'],
    ],
    columns: [{ header: 'nombre_de_demandeurs_d_emploi', use: aValue(null) }],
  },
];
