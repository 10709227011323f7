import type { presetNamesFr } from './fr';

/** Names of the producers' files that are recognised by their titles, in English. */
export const presetNamesEn: typeof presetNamesFr = {
  'insee-dossier-complet': 'INSEE, complete file',
  'insee-comparateur': 'INSEE, comparison of territories',
  'insee-filosofi': 'INSEE, Filosofi (income)',
  'insee-filosofi-libelles': 'INSEE, Filosofi (titles in full)',
  'insee-base-communale': 'INSEE, commune database',
  'insee-populations-legales': 'INSEE, legal populations',
  'insee-melodi': 'INSEE, MELODI (SDMX-CSV)',
  'insee-cog': 'INSEE, official geographic code',
  'drees-aide-sociale': 'DREES, social aid',
  caf: 'CAF, recipients by commune or EPCI',
  'france-travail': 'France Travail, jobseekers',
  'dvf-communes': 'DVF, property sales by commune',
  lovac: 'LOVAC, vacant housing',
  rpls: 'RPLS, social housing',
  ssmsi: 'SSMSI, recorded crime',
  pilote: 'PILOTE, indicator values',
};
