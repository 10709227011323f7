import type { AbsenceReason } from '../../../measure';
import type { Finding, RowFindingCode } from '../../../tabular/finding';
import { fr as vocabulary } from '../../vocabulary/fr';
import type { FindingText } from '../finding-text';
import { detail, seen, where } from '../places/fr';

const absence = (finding: Finding): string =>
  vocabulary.absences[detail(finding, 'reason') as AbsenceReason]?.words ?? '';

/** Sentences about numbers, in French. */
export const valueFindingsFr = {
  NOMBRE_INVALIDE: {
    title: 'Nombre invalide',
    expected: 'un nombre (1234,5), une marque d’absence (s, nd, ns, so) ou une cellule vide',
    message: (finding) =>
      `${where(finding)} : ${seen(finding)} n’est pas un nombre. Écrivez par exemple 1234,5 ; si la donnée manque, laissez la cellule vide ou écrivez s (secret) ou nd (non disponible).`,
  },
  NOMBRE_AMBIGU: {
    title: 'Nombre ambigu',
    expected: '1234 ou 1,2',
    message: (finding) =>
      `${where(finding)} : ${seen(finding)} peut se lire de deux façons (millier ou décimale). Écrivez le nombre sans séparateur de milliers.`,
  },
  NOMBRE_HORS_BORNES: {
    title: 'Nombre hors bornes',
    expected: 'un nombre d’au plus 9 007 199 254 740 991',
    message: (finding) =>
      `${where(finding)} : ${seen(finding)} dépasse ce qui peut être conservé exactement. Corrigez ou arrondissez le nombre.`,
  },
  ERREUR_EXCEL: {
    title: 'Erreur de tableur',
    expected: 'un nombre ou une cellule vide',
    message: (finding) =>
      `${where(finding)} : ${seen(finding)} est une erreur du tableur. Corrigez la formule ou videz la cellule.`,
  },
  VALEUR_NEGATIVE: {
    title: 'Valeur négative',
    expected: 'un nombre positif ou nul',
    message: (finding) =>
      `${where(finding)} : ${seen(finding)} est négatif, ce qui est impossible pour cet indicateur. Corrigez la valeur.`,
  },
  VALEUR_HORS_BORNES: {
    title: 'Pourcentage supérieur à 100',
    expected: 'au plus 100 %',
    message: (finding) =>
      `${where(finding)} : ${(finding.seen ?? '').replace('.', ',')} % dépasse 100 %. Vérifiez avant de publier.`,
  },
  ESPACE_INHABITUEL: {
    title: 'Espaces inhabituelles dans un nombre',
    expected: 'une espace simple, insécable ou fine insécable',
    message: (finding) =>
      `${where(finding)} : ${seen(finding)} contient une espace inhabituelle ; le nombre a été compris.`,
  },
  APPEL_NOTE: {
    title: 'Appel de note après un nombre',
    expected: 'le nombre seul',
    message: (finding) =>
      `${where(finding)} : ${seen(finding)} renvoie à une note ; le nombre est gardé sans elle. Lisez-la : elle peut dire une estimation ou une rupture de série.`,
  },
  FORMAT_NOMBRE: {
    title: 'Notation étrangère',
    expected: '1234,5',
    message: (finding) =>
      `${where(finding)} : ${seen(finding)}, qui n’est pas écrit à la française, a été lu ${detail(finding, 'value').replace('.', ',')}. Vérifiez l’aperçu.`,
  },
  UNITE_POURCENT: {
    title: 'Signe % dans les valeurs',
    expected: '12,5 sans le signe %',
    message: (finding) =>
      `${where(finding)} : le signe % de ${seen(finding)} a été retiré, la valeur reste en pourcentage.`,
  },
  UNITE_CONTRADICTOIRE: {
    title: 'Unité contraire à celle de l’indicateur',
    expected: 'des valeurs dans l’unité de l’indicateur',
    message: (finding) =>
      `${where(finding)} : l’unité ${seen(finding)} n’est pas celle de ${detail(finding, 'indicator')} (${vocabulary.units[detail(finding, 'unit')]?.name ?? detail(finding, 'unit')}). Convertissez les valeurs, ou indiquez par combien les multiplier.`,
  },
  VALEURS_MANQUANTES: {
    title: 'Valeurs manquantes',
    expected: 'une valeur, ou une marque qui dit pourquoi elle manque',
    message: (finding) =>
      finding.detail?.['reason']
        ? `${where(finding)} : ${seen(finding)} est lu comme une valeur manquante (${absence(finding)}), ici et plus bas.`
        : `${where(finding)} : valeur manquante. Une cellule vide n’efface rien : la donnée déjà publiée reste.`,
  },
  DENOMINATEUR_NUL: {
    title: 'Dénominateur nul',
    expected: 'un dénominateur supérieur à zéro',
    message: (finding) => `${where(finding)} : le dénominateur est nul ; le taux est sans objet.`,
  },
  RATIO_INCOHERENT: {
    title: 'Taux et composantes incohérents',
    expected: 'valeur = numérateur ÷ dénominateur',
    message: (finding) =>
      `${where(finding)} : le rapport ${seen(finding)} ne correspond pas à la valeur, ou dépasse l’ensemble.`,
  },
} as const satisfies Partial<Record<RowFindingCode, FindingText>>;
