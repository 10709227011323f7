import type { Finding, ValueFindingCode } from '../../../tabular/finding';
import { formatNumber } from '../../format-number';
import { en } from '../../vocabulary/en';
import type { FindingText } from '../finding-text';
import { detail, placed, seen } from '../places/en';

const number = (value: unknown): string => formatNumber(Number(value), Number.isInteger(Number(value)) ? 0 : 2, 'en');
/** Each grain that a file mixes, by its level of territory or its kind of period. */
const grains: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(en.levels).map(([level, { many }]) => [level, many])),
  year: 'years',
  half: 'half-years',
  quarter: 'quarters',
  month: 'months',
  'school-year': 'school years',
};
const grain = (finding: Finding, rank: 'main' | 'other'): string =>
  `${grains[detail(finding, rank)] ?? ''} (${number(finding.detail?.[`${rank}Count`])} ${Number(finding.detail?.[`${rank}Count`]) === 1 ? 'value' : 'values'})`;

/** Sentences about values that a careful reader would ask about, in English. */
export const plausibilityFindingsEn: Record<ValueFindingCode, FindingText> = {
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
  GRANULARITES_MELEES: placed(
    'Mixed granularities',
    'one level and one kind of period for an indicator, or a column “niveau”',
    (finding) =>
      `${seen(finding)} is not of the same ${detail(finding, 'by') === 'period' ? 'time step' : 'level'} as the rest: the indicator ${detail(finding, 'indicator')} mixes ${grain(finding, 'main')} and ${grain(finding, 'other')}. Check that this is meant, else part them.`,
  ),
  UNITE_PARTS: placed(
    'Shares between 0 and 1',
    'a percentage between 0 and 100',
    (finding) =>
      `all values are between 0 and 1 (${number(finding.seen)} for ${detail(finding, 'territory')}), while the indicator ${detail(finding, 'indicator')} is a percentage. Are they shares? ${Number(finding.detail?.['factor']) === 100 ? 'If so, multiply the values by 100; else publish them as they are.' : 'If so, multiply this column by 100 in the file: its other values are no shares.'}`,
  ),
  EFFECTIF_DECIMAL: placed('Count with decimals', 'a whole number, or a weighted estimate', (finding) =>
    finding.detail?.['isEstimate']
      ? `${number(finding.seen)} is not a whole number. The indicator ${detail(finding, 'indicator')} has decimals in ${number(finding.detail['count'])} values out of ${number(finding.detail['of'])}, as a weighted estimate has: they are kept as they are.`
      : `${number(finding.seen)} is not a whole number, while the indicator ${detail(finding, 'indicator')} counts units. The value is kept: check the decimal mark.`,
  ),
};
