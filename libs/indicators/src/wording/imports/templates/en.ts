import type { TemplatesWording } from './fr';

/** Sentences of the templates to fill in, in English. */
export const templatesEn: TemplatesWording = {
  title: (label, code) => `Template to fill in: ${label} (${code})`,
  link: 'Template to fill in (CSV)',
  schemaLink: 'Schema of the template (Table Schema)',
  titles: {
    code_territoire: 'Code of the territory',
    niveau: 'Level of the territory',
    libelle: 'Name of the territory',
    periode: 'Period',
    indicateur: 'Code of the indicator',
    valeur: 'Value',
    numerateur: 'Numerator',
    denominateur: 'Denominator',
    statut: 'Status',
  },
  descriptions: {
    code_territoire: 'The official code, with its zeros: “01001”.',
    niveau: 'The level that the code belongs to.',
    libelle: 'To proofread the file; only the code counts.',
    indicateur: 'The code of the indicator in the catalogue.',
    denominateur: 'What the numerator relates to, or the weight of a mean.',
    statut: 'Empty when the value is final.',
  },
  value: (definition, unit, decimals) =>
    `${definition} Unit: ${unit}; ${decimals} decimal${decimals === 1 ? '' : 's'}. Write “s” for a secret, “nd” for an absence.`,
  numerator: (formula, scale) =>
    `The ratio is computed: ${formula}${scale === 1 ? '' : ` (× ${scale})`}. Write “s” for a secret.`,
  period: (example) => `The period described, such as “${example}”.`,
  statuses: ['', 'provisoire', 'estime', 'rupture'],
  noTerritory: (level) => `No territory of level “${level}” in this département for this indicator.`,
  otherLevels: (levels) => `Possible levels: ${levels}.`,
};
