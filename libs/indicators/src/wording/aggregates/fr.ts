import { formatNumber } from '../format-number';

const count = (value: number) => formatNumber(value, 0, 'fr');

/** What a reader reads about rebuilds, published states and their figures as data. */
export const aggregatesFr = {
  published: (version: number, figures: number) =>
    `État n°\u00a0${version} publié\u00a0: ${count(figures)} ${figures < 2 ? 'agrégat' : 'agrégats'}.`,
  unchanged: (version: number) =>
    `Rien n’a changé depuis l’état n°\u00a0${version}\u00a0: il reste celui que voient les lecteurs.`,
  resting: (batches: number) =>
    batches === 0
      ? 'Aucun import n’est publié.'
      : batches === 1
        ? 'Calculé à partir d’un import publié.'
        : `Calculé à partir de ${count(batches)} imports publiés.`,
  withheld: (figures: number) =>
    `${count(figures)} ${figures < 2 ? 'agrégat n’est pas montré' : 'agrégats ne sont pas montrés'}, faute d’une couverture suffisante.`,
  hidden: (figures: number) =>
    `${count(figures)} ${figures < 2 ? 'agrégat est couvert' : 'agrégats sont couverts'} par le secret statistique.`,
  summedWithCare: (codes: readonly string[]) =>
    `Lignes sans numérateur ni dénominateur, ou mêlées, lues une à une\u00a0: ${codes.join(', ')}.`,
  dropped: (versions: readonly number[]) =>
    `États trop anciens, retirés de la lecture\u00a0: ${versions.map((version) => `n°\u00a0${version}`).join(', ')}.`,
  notDropped: 'Un état ancien est encore lu\u00a0: il sera retiré au prochain recalcul.',
  noState: 'Aucun chiffre n’est encore calculé\u00a0: lancez le recalcul des chiffres, ou importez un fichier.',
  unknownState: (version: string) =>
    `L’état n°\u00a0${version} n’existe pas ou n’est plus conservé\u00a0: choisissez l’un de ceux que donne /api/v1/states.`,
  unknownIndicator: (code: string) =>
    `Aucun indicateur ne s’appelle «\u00a0${code}\u00a0»\u00a0: les codes sont ceux de /api/v1/indicators.`,
  unknownTerritory: (level: string, code: string) =>
    `Aucun territoire de niveau «\u00a0${level}\u00a0» n’a le code «\u00a0${code}\u00a0».`,
  vintageOfOneCommune: 'Un millésime se demande pour une seule commune\u00a0: level=commune&code=…&vintage=2018.',
  unknownAtVintage: (code: string, vintage: number) =>
    `Aucune commune n’avait le code «\u00a0${code}\u00a0» au 1er janvier ${vintage}.`,
  territoryMissing: 'Précisez un territoire par code=…, ou tous ceux d’un autre par within=niveau:code.',
  tooManyTerritories: (total: number, most: number) =>
    `${count(total)} territoires\u00a0: c’est plus que les ${count(most)} d’une réponse. Restreignez à un département par within=departement:code.`,
  periodNotRead: (seen: string) =>
    `«\u00a0${seen}\u00a0» n’est pas une période\u00a0: écrivez 2021, 2021-T3, 2020-10 ou 2025-2026.`,
  columns: {
    level: 'niveau',
    code: 'code_territoire',
    name: 'territoire',
    indicator: 'indicateur',
    period: 'periode',
    value: 'valeur',
    numerator: 'numerateur',
    denominator: 'denominateur',
    status: 'statut',
    coverage: 'couverture',
  },
};
