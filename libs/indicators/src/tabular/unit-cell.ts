import { comparableName } from './cell-text';

/** What a units column can say that would make another number of a value; `other` says nothing of the kind ("victimes"). */
const families = [
  'other',
  'euros',
  'thousand-euros',
  'percent',
  'per-1000',
  'thousands',
  'millions',
  'counted',
] as const;
export type UnitFamily = (typeof families)[number];
export const unitFamilies: readonly UnitFamily[] = families;

const titles = new Set(['unite', 'unit', 'unite_de_mesure', 'unite_mesure', 'unit_measure']);

export const isUnitTitle = (header: string): boolean => titles.has(comparableName(header));

/** « valeur (k€) », « Montant [milliers d'euros] » */
export const unitInTitle = (header: string): string => /[([]([^()[\]]+)[)\]]\s*$/.exec(header)?.[1] ?? '';

/** Of euros: k€, K EUR, milliers d'euros. Of anything: millions, en milliers. */
const written: readonly (readonly [UnitFamily, RegExp])[] = [
  ['euros', /^(?:€|eur|euros?)$/],
  ['thousand-euros', /^(?:k ?€|k ?eur|k ?euros?|milliers? d.euros?|1 ?000 ?€)$/],
  ['percent', /^(?:%|pourcent|pourcentages?|pour ?cent|taux en %)$/],
  ['per-1000', /^(?:‰|pour mille|pour 1 ?000\b.*)$/],
  ['thousands', /^(?:milliers?|x ?1 ?000)\b/],
  [
    'counted',
    /^(?:nombre|effectif|(?:nombre de |nb )?(?:personne|habitant|individu|ménage|menage|foyer|logement)s?)s?$/,
  ],
  ['millions', /^(?:m ?€|m ?eur|m ?euros?|md ?€|mds ?€|millions?\b.*|milliards?\b.*)$/],
];

export function unitFamily(cell: string): UnitFamily {
  if (cell === '') return 'other';
  const text = cell
    .toLowerCase()
    .replace(/[\s\u00a0\u202f]+/gu, ' ')
    .trim()
    .replace(/^(?:en|\() ?|\)$/g, '');
  return written.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';
}

/** Whether values in this unit would be taken for others in the unit of an indicator. */
export function contradictsUnit(family: UnitFamily, unit: string): boolean {
  const isPlain = /^(?:persons|count|households|fte|days)/.test(unit);
  const isRate = /^per-/.test(unit);
  if (family === 'euros') return isPlain || isRate || /^(?:percent|thousand-)/.test(unit);
  if (family === 'percent') return isPlain || /^(?:euros|thousand-|per-1000)/.test(unit);
  if (family === 'per-1000') return !/^per-1000(?!0)/.test(unit);
  if (family === 'thousand-euros' || family === 'thousands') return !unit.startsWith('thousand-');
  if (family === 'counted') return isRate || unit === 'percent';
  return family === 'millions' && !unit.startsWith('million');
}
