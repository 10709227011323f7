import { type TerritoryLevel, territoryLevels } from '../territory';
import { comparableName } from './cell-text';
import { nominativeTitle } from './nominative-title';

export type ColumnRole =
  | 'territory'
  | 'level'
  | 'label'
  | 'period'
  | 'indicator'
  | 'value'
  | 'numerator'
  | 'denominator'
  | 'status'
  | 'provisional'
  | 'break'
  | 'description'
  | 'nominative';

interface RoleOfColumn {
  readonly role: ColumnRole;
  /** For a territory column: the levels that its name allows (null: any), and how precise it is (the smallest wins). */
  readonly levels?: readonly TerritoryLevel[] | null;
  readonly precision?: number;
}

const communes: readonly TerritoryLevel[] = ['commune', 'commune-part'];
const departements: readonly TerritoryLevel[] = ['departement', 'departement-part', 'departement-group'];

/** A level with those that stand in its place: 69D for 69, arrondissements for Paris. */
export const levelFamily = (level: TerritoryLevel): readonly TerritoryLevel[] =>
  level === 'commune' ? communes : level === 'departement' ? departements : [level];

const territoryColumns: readonly (readonly [names: string, levels: readonly TerritoryLevel[] | null])[] = [
  [
    'code_territoire codgeo code_geo code_geographique zone_id geo code_zone code codeterritoire geocode territory_code',
    null,
  ],
  ['identifiant_territoire ref_area code_maille id_territoire territoire territory', null],
  [
    'code_insee codes_insee code_commune insee_com depcom com insee code_insee_commune code_com depcom_arm codeinsee',
    communes,
  ],
  ['code_commune_insee num_commune numcom codcommune code_insee_com codgeo_com commune codeinseecommune', communes],
  ['code_qpv qpv codgeo_qpv', ['qpv']],
  ['code_mds code_tas mds tas', ['mds', 'zone']],
  ['code_pvd', ['pvd']],
  ['code_epci epci siren_epci codgeo_epci epci_siren siren numepci', ['epci']],
  ['code_canton canton cv codcan', ['canton']],
  ['code_arrondissement arrondissement arr codarr', ['arrondissement']],
  [
    'code_dep dep departement departements dpt code_departement num_dep coddep codedep code_dept dept numero_departement',
    departements,
  ],
  ['code_reg reg region regions code_region codreg codereg', ['region']],
];

const otherColumns: Readonly<Record<Exclude<ColumnRole, 'territory' | 'nominative'>, string>> = {
  level: 'niveau level maille echelon type_territoire geo_object niveau_geographique typecom',
  label:
    'libelle libgeo nom nom_commune nom_territoire libelle_territoire libelle_commune zone_nom lib_com lib_epci libcom ' +
    'libelle_geographique nom_com nom_dep nom_departement nom_epci nom_region libelle_dep libcom_dep nomcom nomepci label name',
  period:
    'periode period annee mois date time_period trimestre semestre millesime an year exercice date_valeur periode_reference ' +
    'annee_1er_janvier time dtref annee_scolaire annee_reference ' +
    'month quarter num_mois numero_mois no_mois n_mois mois_num num_trimestre numero_trimestre no_trimestre trimestre_num',
  indicator:
    'indicateur code_indicateur codeindicateur indic identifiant_indic indicator variable id_indicateur indicateur_code',
  value: 'valeur value obs_value obs_value_niveau val obs',
  numerator: 'numerateur num numerator',
  denominator: 'denominateur den denom denominator',
  status: 'statut status obs_status statut_valeur conf_status est_diffuse',
  provisional: 'provisoire est_provisoire provisional',
  break: 'rupture_de_serie rupture series_break est_rupture',
  description:
    'unite unite_de_compte unit source source_fichier source_onglet date_ref commentaire_source producteur licence ' +
    'date_maj libelle_indicateur nom_indicateur couverture coverage',
};

const roles = new Map<string, RoleOfColumn>();
for (const [role, names] of Object.entries(otherColumns) as [ColumnRole, string][])
  for (const name of names.split(' ')) roles.set(name, { role });
/** Titles that are as often above names: a column of codes goes before. */
const nameLike = new Set(
  'commune departement departements region regions canton epci arrondissement territoire'.split(' '),
);
territoryColumns.forEach(([names, levels], rank) => {
  for (const name of names.split(' '))
    roles.set(name, { role: 'territory', levels, precision: nameLike.has(name) ? rank + 0.5 : rank });
});

/** "N° Dep", "Code INSEE de la commune", "departement_code": to the title that is known. */
const codeTitle =
  /^(?:n|no|num|numero|code|cod|id)_(?:insee_)?(?:du_|de_la_|de_l_|de_)?(com|commune|dep|dept|dpt|departement|reg|region|epci|canton)s?(?:_insee)?$|^(commune|departement|region|epci|canton)_(?:code|insee|code_insee)$/;
const codeTitles: Readonly<Record<string, string>> = {
  com: 'code_commune',
  commune: 'code_commune',
  dep: 'code_dep',
  dept: 'code_dep',
  dpt: 'code_dep',
  departement: 'code_dep',
  reg: 'code_reg',
  region: 'code_reg',
  epci: 'code_epci',
  canton: 'code_canton',
};

/** What a header says of its column, by name; a vintage after a code is dropped ("CODGEO_25"). */
export function roleOfHeader(header: string): RoleOfColumn | undefined {
  if (header === '') return undefined;
  const name = comparableName(header);
  const place = codeTitle.exec(name);
  const role = roles.get(name) ?? (place ? roles.get(codeTitles[place[1] ?? place[2] ?? ''] ?? '') : undefined);
  if (role) return role;
  const dated = roles.get(name.replace(/_(?:20)?\d\d$/, ''));
  if (dated?.role === 'territory' || dated?.role === 'label') return dated;
  return nominativeTitle(header) ? { role: 'nominative' } : undefined;
}

const levelNames: Readonly<Record<string, TerritoryLevel>> = {
  com: 'commune',
  commune_nouvelle: 'commune',
  arm: 'commune-part',
  arrondissement_municipal: 'commune-part',
  intercommunalite: 'epci',
  can: 'canton',
  arr: 'arrondissement',
  dep: 'departement',
  dept: 'departement',
  dpt: 'departement',
  reg: 'region',
  pays: 'france',
  national: 'france',
  france_entiere: 'france',
  quartier_prioritaire: 'qpv',
  tas: 'mds',
};
const byLevelName = new Map([
  ...Object.entries(levelNames),
  ...territoryLevels.map((level) => [comparableName(level), level] as const),
]);

/** A level by its name, "Communes" or "DEP"; undefined for a word that is none: a bassin de vie has a commune's code. */
export function readLevel(cell: string): TerritoryLevel | undefined {
  const name = comparableName(cell);
  return byLevelName.get(name) ?? byLevelName.get(name.replace(/s(?=_|$)/g, ''));
}
