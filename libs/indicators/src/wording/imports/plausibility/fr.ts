import type { PlausibilityCode } from '../../../plausibility/plausibility-policy';
import { formatNumber } from '../../format-number';
import type { FindingText } from '../finding-text';
import { detail, seen, where } from '../places/fr';

const number = (value: unknown): string => formatNumber(Number(value), Number.isInteger(Number(value)) ? 0 : 2, 'fr');
/** Sentences about values that a careful reader would ask about, in French. */
export const plausibilityFindingsFr: Record<PlausibilityCode, FindingText> = {
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
};
