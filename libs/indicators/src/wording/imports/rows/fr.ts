import type { Finding, RowFindingCode } from '../../../tabular/finding';
import type { FindingText } from '../finding-text';
import { isExponent } from '../is-exponent';
import { detail, seen, where } from '../places/fr';
import { valueFindingsFr } from '../values/fr';

/** What a schema asks of a cell, by the name of its constraint. */
const schemaRules: Readonly<Record<string, (limit: string) => string>> = {
  required: () => 'une valeur',
  minimum: (limit) => `au moins ${limit}`,
  maximum: (limit) => `au plus ${limit}`,
  minLength: (limit) => `au moins ${limit} caractères`,
  maxLength: (limit) => `au plus ${limit} caractères`,
  enum: (limit) => `l’une de ces valeurs : ${limit}`,
  pattern: (limit) => `un texte de la forme ${limit}`,
  type: (limit) => `une valeur de type ${limit}`,
};

const cells = (finding: Finding): string =>
  detail(finding, 'found') === '1' ? '1 cellule' : `${detail(finding, 'found')} cellules`;

const isEmpty = ({ seen: text }: Finding): boolean => text?.trim() === '';

/** Sentences about rows and cells, in French. */
export const rowFindingsFr: Record<RowFindingCode, FindingText> = {
  NB_COLONNES: {
    title: 'Nombre de colonnes différent',
    expected: 'autant de cellules que de titres de colonnes',
    message: (finding) =>
      Number(finding.detail?.found) < Number(finding.detail?.expected)
        ? `${where(finding)} : ${cells(finding)} pour ${detail(finding, 'expected')} titres de colonnes. Il en manque : la ligne est peut-être coupée. Ajoutez les séparateurs des cellules vides.`
        : `${where(finding)} : ${detail(finding, 'found')} cellules pour ${detail(finding, 'expected')} titres de colonnes. Une virgule décimale ou un séparateur doit être mis entre guillemets.`,
  },
  GUILLEMET_MAL_PLACE: {
    title: 'Guillemets mal placés',
    expected: 'des guillemets doublés à l’intérieur d’une cellule entre guillemets',
    message: (finding) =>
      `${where(finding)} : du texte suit le guillemet qui ferme la cellule (lu : ${seen(finding)}). Doublez les guillemets intérieurs ou retirez-les.`,
  },
  ENTETE_REPETE: {
    title: 'En-tête répété',
    expected: '',
    message: (finding) => `${where(finding)} : la ligne répète l’en-tête ; elle est ignorée.`,
  },
  LIGNE_TOTAL: {
    title: 'Ligne de total ignorée',
    expected: '',
    message: (finding) =>
      `${where(finding)} : ${seen(finding)} est un total ; la ligne est ignorée pour ne rien compter deux fois.`,
  },
  LIGNE_NOTE: {
    title: 'Note ignorée',
    expected: '',
    message: (finding) => `${where(finding)} : la ligne est une note (${seen(finding)}) ; elle est ignorée.`,
  },
  LIGNE_HORS_CHAMP: {
    title: 'Ligne hors du champ',
    expected: '',
    message: (finding) =>
      `${where(finding)} : ${seen(finding)} ne désigne ni un territoire ni une valeur à importer ; la ligne est ignorée.`,
  },
  LIGNE_ECARTEE: {
    title: 'Ligne écartée',
    expected: '',
    message: (finding) => {
      const fault = titleOf(finding).toLowerCase();
      const why =
        finding.detail?.by === 'fault'
          ? `écartée par votre choix d’écarter toutes les lignes de ce défaut : ${fault}`
          : `écartée par votre choix${fault === '' ? '' : ` ; son défaut : ${fault}`}`;
      return `${where(finding)} : ligne ${why}${finding.seen === null ? '' : ` (${seen(finding)})`}. Elle est ignorée.`;
    },
  },
  AUTRE_TABLEAU: {
    title: 'Autre tableau dessous',
    expected: 'un seul tableau par fichier',
    message: (finding) =>
      `${where(finding)} : un autre tableau commence (${seen(finding)}). ` +
      (finding.detail?.isUnread
        ? 'Ses colonnes sont autres : ses lignes sont ignorées. Importez-le à part.'
        : 'Ses lignes sont lues avec cette colonne de codes.'),
  },
  LIGNE_AUTRE_TABLEAU: {
    title: 'Ligne d’un autre tableau',
    expected: '',
    message: (finding) => `${where(finding)} : la ligne est d’un autre tableau que le premier ; elle est ignorée.`,
  },
  REPARATION_REFUSEE: {
    title: 'Réparation refusée',
    expected: 'une cellule qui se lit telle quelle',
    message: (finding) =>
      `${where(finding)} : ${seen(finding)} ne se lit qu’avec une réparation que vous avez refusée. Corrigez la cellule.`,
  },
  ESPACES: {
    title: 'Espaces superflus',
    expected: 'des cellules sans espace autour',
    message: (finding) => `${where(finding)} : les espaces autour de ${seen(finding)} ont été retirés.`,
  },
  BALISE_HTML: {
    title: 'Balises dans un libellé',
    expected: 'du texte simple',
    message: (finding) => `${where(finding)} : le texte contient une balise (${seen(finding)}) ; il n’est pas importé.`,
  },
  DONNEE_PERSONNELLE: {
    title: 'Donnée personnelle possible',
    expected: 'aucun nom, courriel, téléphone ou numéro de sécurité sociale',
    message: (finding) =>
      `${where(finding)} : la cellule semble contenir une donnée personnelle (courriel, téléphone ou numéro). Retirez-la du fichier.`,
  },
  TERRITOIRE_INCONNU: {
    title: 'Territoire inconnu',
    expected: 'un code officiel : commune 47167, EPCI 200068948, département 47',
    message: (finding) =>
      isExponent(finding.seen)
        ? `${where(finding)} : territoire ${seen(finding)} inconnu. Le tableur a changé ce code en nombre (notation scientifique) : ses derniers chiffres sont perdus. Mettez la colonne au format Texte, puis remettez le code.`
        : isEmpty(finding)
          ? `${where(finding)} : territoire inconnu, la cellule est vide. Donnez le code.`
          : `${where(finding)} : territoire ${seen(finding)} inconnu. Vérifiez le code (les zéros initiaux comptent).`,
  },
  TERRITOIRE_AMBIGU: {
    title: 'Territoire désigné par son nom',
    expected: 'un code officiel',
    message: (finding) =>
      `${where(finding)} : le nom ${seen(finding)} est ambigu, plusieurs territoires peuvent le porter${detail(finding, 'codes') === '' ? '' : ` (${detail(finding, 'codes')})`}. Donnez le code.`,
  },
  NIVEAU_INCONNU: {
    title: 'Échelon inconnu',
    expected: 'commune, epci, canton, arrondissement, departement, region, france, qpv, mds ou zone',
    message: (finding) =>
      `${where(finding)} : l’échelon ${seen(finding)} n’est pas connu : son code pourrait être pris pour celui d’un autre échelon. Écrivez commune, epci, canton, arrondissement, departement, region ou france, ou retirez la ligne.`,
  },
  TERRITOIRE_PAR_NOM: {
    title: 'Territoire reconnu à son nom',
    expected: 'un code officiel',
    message: (finding) =>
      `${where(finding)} : ${seen(finding)} a été lu ${detail(finding, 'code')}, le seul territoire de ce nom. Vérifiez-le, ou donnez le code.`,
  },
  LIBELLE_CONTRADICTOIRE: {
    title: 'Libellé d’un autre territoire',
    expected: 'le nom du territoire que le code désigne',
    message: (finding) =>
      `${where(finding)} : ${seen(finding)} est le nom d’un autre territoire que ${detail(finding, 'code')} (« ${detail(finding, 'name')} »). Le code est retenu : vérifiez que les lignes ne sont pas décalées.`,
  },
  CODE_NORMALISE: {
    title: 'Code réécrit',
    expected: 'le code officiel seul',
    message: (finding) => `${where(finding)} : ${seen(finding)} a été lu ${detail(finding, 'code')}.`,
  },
  ZERO_INITIAL: {
    title: 'Zéro initial perdu',
    expected: 'le code officiel avec ses zéros',
    message: (finding) =>
      `${where(finding)} : ${seen(finding)} a été lu ${detail(finding, 'code')} (zéro initial perdu par le tableur).`,
  },
  CODE_AUTRE_MILLESIME: {
    title: 'Code d’un autre millésime',
    expected: 'des codes d’un seul millésime géographique',
    message: (finding) =>
      `${where(finding)} : le code ${seen(finding)} n’existe pas dans la géographie du fichier ; son dernier périmètre connu a été retenu.`,
  },
  COMMUNE_FUSIONNEE: {
    title: 'Commune fusionnée',
    expected: 'le code de la commune d’aujourd’hui',
    message: (finding) =>
      `${where(finding)} : la commune ${seen(finding)} a fusionné ; ses valeurs seront ajoutées à celles de la commune qui l’a réunie.`,
  },
  COMMUNE_FUSIONNEE_NON_ADDITIVE: {
    title: 'Taux d’une commune fusionnée',
    expected: 'un numérateur et un dénominateur',
    message: (finding) =>
      `${where(finding)} : ${seen(finding)} est un taux d’une commune qui a fusionné : sans dénominateur, il ne peut pas être regroupé.`,
  },
  INDICATEUR_INCONNU: {
    title: 'Indicateur inconnu',
    expected: 'un code du catalogue, écrit exactement',
    message: (finding) => {
      const suggestion = detail(finding, 'suggestion');
      if (isEmpty(finding))
        return `${where(finding)} : indicateur inconnu, la cellule est vide. Donnez le code du catalogue.`;
      return `${where(finding)} : indicateur ${seen(finding)} inconnu.${suggestion ? ` Vouliez-vous dire « ${suggestion} » ?` : ' Vérifiez le code dans le catalogue.'}`;
    },
  },
  PERIODE_INVALIDE: {
    title: 'Période invalide',
    expected: '2025, 2025-02, 2025-T1 ou 28/02/2025',
    message: (finding) =>
      `${where(finding)} : ${isEmpty(finding) ? 'la cellule est vide' : `${seen(finding)} n’est pas une période`}. Écrivez l’année sur quatre chiffres : 2025, 2025-02, 2025-T1 ou 28/02/2025.`,
  },
  PERIODE_HORS_BORNES: {
    title: 'Période hors bornes',
    expected: 'une année entre 1900 et l’an prochain',
    message: (finding) =>
      /^\d{5}$/.test(finding.seen ?? '')
        ? `${where(finding)} : ${seen(finding)} est hors bornes : c’est sans doute une date que le tableur a laissée en nombre de jours. Mettez la colonne au format Date.`
        : `${where(finding)} : ${seen(finding)} est hors bornes. Une donnée observée va de 1900 à ${detail(finding, 'latestYear')}.`,
  },
  PERIODE_NORMALISEE: {
    title: 'Période réécrite',
    expected: '2025, 2025-02 ou 2025-T1',
    message: (finding) => `${where(finding)} : la période ${seen(finding)} a été lue ${detail(finding, 'period')}.`,
  },
  ...valueFindingsFr,
  STATUT_INCONNU: {
    title: 'Statut inconnu',
    expected: 'V, P, E, R, ou une marque d’absence',
    message: (finding) => `${where(finding)} : statut ${seen(finding)} inconnu ; la valeur est prise comme définitive.`,
  },
  STATUT_CONTRADICTOIRE: {
    title: 'Valeur et statut contradictoires',
    expected: 'une valeur ou une absence, pas les deux',
    message: (finding) =>
      `${where(finding)} : le statut dit que la donnée est absente, mais ${seen(finding)} est donné ; l’absence est retenue.`,
  },
  SECRET_PRIMAIRE: {
    title: 'Petits effectifs',
    expected: '',
    message: (finding) =>
      `${where(finding)} : la valeur porte sur moins de ${detail(finding, 'threshold')} unités (secret statistique) : elle sera masquée à l’affichage.`,
  },
  DOUBLON_IDENTIQUE: {
    title: 'Doublon identique',
    expected: 'une seule ligne par territoire, indicateur et période',
    message: (finding) => `${where(finding)} : doublon d’une ligne déjà lue, avec la même valeur ; il est ignoré.`,
  },
  DOUBLON_CONFLIT: {
    title: 'Doublon contradictoire',
    expected: 'une seule valeur par territoire, indicateur et période',
    message: (finding) => {
      const first = detail(finding, 'firstLine');
      const lines = first ? `Lignes ${first} et ${finding.line ?? ''}` : where(finding);
      const by = detail(finding, 'by');
      if (by !== '')
        return `${lines} : deux lignes pour le même territoire, le même indicateur et la même période, que distingue ce qui n’est pas lu (${by}). Gardez la ligne de l’ensemble.`;
      return `${lines} : deux valeurs pour le même territoire, le même indicateur et la même période. Gardez-en une.`;
    },
  },
  DOUBLON_RUPTURE: {
    title: 'Deux séries à la rupture',
    expected: 'une seule valeur par territoire, indicateur et période',
    message: (finding) =>
      `${where(finding)} : la période porte deux valeurs, avant et après une rupture de série ; celle de la nouvelle série est retenue.`,
  },
  CONTRAINTE_SCHEMA: {
    title: 'Contraire au schéma',
    expected: 'ce que demande le schéma joint',
    message: (finding) =>
      `${where(finding)} : ${finding.seen === '' ? 'la cellule est vide' : seen(finding)} ; le schéma joint demande ${schemaRules[detail(finding, 'rule')]?.(detail(finding, 'limit')) ?? ''}.`,
  },
};

/** Of the fault for which a row was left out; none of one that its line alone designates. */
const titleOf = ({ detail: facts }: Finding): string => rowFindingsFr[facts?.fault as RowFindingCode]?.title ?? '';
