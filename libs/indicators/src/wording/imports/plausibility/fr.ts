import type { Finding, ValueFindingCode } from '../../../tabular/finding';
import { formatNumber } from '../../format-number';
import { fr } from '../../vocabulary/fr';
import type { FindingText } from '../finding-text';
import { detail, seen, where } from '../places/fr';

const number = (value: unknown): string => formatNumber(Number(value), Number.isInteger(Number(value)) ? 0 : 2, 'fr');
/** Each grain that a file mixes, by its level of territory or its kind of period. */
const grains: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(fr.levels).map(([level, { many }]) => [level, many])),
  year: 'années',
  half: 'semestres',
  quarter: 'trimestres',
  month: 'mois',
  'school-year': 'années scolaires',
};
const grain = (finding: Finding, rank: 'main' | 'other'): string =>
  `${grains[detail(finding, rank)] ?? ''} (${number(finding.detail?.[`${rank}Count`])} ${Number(finding.detail?.[`${rank}Count`]) < 2 ? 'valeur' : 'valeurs'})`;

/** Sentences about values that a careful reader would ask about, in French. */
export const plausibilityFindingsFr: Record<ValueFindingCode, FindingText> = {
  SAUT: {
    title: 'Valeur qui varie beaucoup d’une période à l’autre',
    expected: 'une valeur proche de celle de la période voisine',
    message: (finding) =>
      `${where(finding)} : ${number(finding.seen)} pour ${detail(finding, 'territory')} en ${detail(finding, 'period')}, contre ${number(finding.detail?.['other'])} en ${detail(finding, 'otherPeriod')}. Vérifiez avant de publier.`,
  },
  VALEUR_EXTREME: {
    title: 'Valeur très éloignée des autres',
    expected: 'une valeur de l’ordre de celles des autres territoires',
    message: (finding) =>
      `${where(finding)} : ${number(finding.seen)} pour ${detail(finding, 'territory')} en ${detail(finding, 'period')} est très loin des autres territoires. Vérifiez l’unité et la virgule.`,
  },
  TOTAL_INCOHERENT: {
    title: 'Total qui n’est pas la somme de ses parties',
    expected: 'un total égal à la somme des communes du fichier',
    message: (finding) =>
      `${where(finding)} : le total ${seen(finding)} de ${detail(finding, 'territory')} en ${detail(finding, 'period')} est incohérent avec la somme de ses ${detail(finding, 'parts')} communes du fichier (${number(finding.detail?.['sum'])}). Vérifiez que rien ne manque.`,
  },
  GRANULARITES_MELEES: {
    title: 'Granularités mêlées',
    expected: 'un seul échelon et une seule sorte de période par indicateur, ou une colonne « niveau »',
    message: (finding) =>
      `${where(finding)} : ${seen(finding)} n’est pas du même ${detail(finding, 'by') === 'period' ? 'pas de temps' : 'échelon'} que le reste : l’indicateur ${detail(finding, 'indicator')} mêle ${grain(finding, 'main')} et ${grain(finding, 'other')}. Vérifiez que c’est voulu, sinon séparez-les.`,
  },
  UNITE_PARTS: {
    title: 'Parts entre 0 et 1',
    expected: 'un pourcentage entre 0 et 100',
    message: (finding) =>
      `${where(finding)} : toutes les valeurs sont entre 0 et 1 (${number(finding.seen)} pour ${detail(finding, 'territory')}), alors que l’indicateur ${detail(finding, 'indicator')} est en pourcentage. Sont-ce des parts ? ${Number(finding.detail?.['factor']) === 100 ? 'Si oui, multipliez les valeurs par 100 ; sinon, publiez-les telles quelles.' : 'Si oui, multipliez cette colonne par 100 dans le fichier : ses autres valeurs ne sont pas des parts.'}`,
  },
  EFFECTIF_DECIMAL: {
    title: 'Effectif avec des décimales',
    expected: 'un nombre entier, ou une estimation pondérée',
    message: (finding) =>
      finding.detail?.['isEstimate']
        ? `${where(finding)} : ${number(finding.seen)} n’est pas un nombre entier. L’indicateur ${detail(finding, 'indicator')} a des décimales dans ${number(finding.detail['count'])} valeurs sur ${number(finding.detail['of'])}, comme une estimation pondérée : elles sont gardées telles quelles.`
        : `${where(finding)} : ${number(finding.seen)} n’est pas un nombre entier, alors que l’indicateur ${detail(finding, 'indicator')} compte des unités. La valeur est gardée : vérifiez la virgule.`,
  },
};
