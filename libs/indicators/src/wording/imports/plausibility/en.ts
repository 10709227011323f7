import type { PlausibilityCode } from '../../../plausibility/plausibility-policy';
import { formatNumber } from '../../format-number';
import type { FindingText } from '../finding-text';
import { detail, placed, seen } from '../places/en';

const number = (value: unknown): string => formatNumber(Number(value), Number.isInteger(Number(value)) ? 0 : 2, 'en');
/** Sentences about values that a careful reader would ask about, in English. */
export const plausibilityFindingsEn: Record<PlausibilityCode, FindingText> = {
  SAUT: placed(
    'Value that changes much from one period to the next',
    'a value near that of the neighbouring period',
    (finding) =>
      `${number(finding.seen)} for ${detail(finding, 'territory')} in ${detail(finding, 'period')}, against ${number(finding.detail?.['other'])} in ${detail(finding, 'otherPeriod')}. Check before publishing.`,
  ),
  VALEUR_EXTREME: placed(
    'Value far from all others',
    'a value of the order of those of other territories',
    (finding) =>
      `${number(finding.seen)} for ${detail(finding, 'territory')} in ${detail(finding, 'period')} is far from the other territories. Check the unit and the decimal mark.`,
  ),
  TOTAL_INCOHERENT: placed(
    'Total that is not the sum of its parts',
    'a total equal to the sum of the communes of the file',
    (finding) =>
      `the total ${seen(finding)} of ${detail(finding, 'territory')} in ${detail(finding, 'period')} does not match the sum of its ${detail(finding, 'parts')} communes of the file (${number(finding.detail?.['sum'])}). Check that nothing is missing.`,
  ),
};
