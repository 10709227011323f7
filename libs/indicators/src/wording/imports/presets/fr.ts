/** Names of the producers' files that are recognised by their titles, in French. */
export const presetNamesFr: Readonly<Record<string, string>> = {
  'insee-dossier-complet': 'INSEE, dossier complet',
  'insee-comparateur': 'INSEE, comparateur de territoires',
  'insee-filosofi': 'INSEE, Filosofi',
  'insee-filosofi-libelles': 'INSEE, Filosofi (titres en toutes lettres)',
  'insee-base-communale': 'INSEE, base communale',
  'insee-populations-legales': 'INSEE, populations légales',
  'insee-melodi': 'INSEE, MELODI (SDMX-CSV)',
  'insee-cog': 'INSEE, Code officiel géographique',
  'drees-aide-sociale': 'DREES, aide sociale',
  caf: 'CAF, allocataires par commune ou EPCI',
  'france-travail': 'France Travail, demandeurs d’emploi',
  'dvf-communes': 'DVF, ventes immobilières par commune',
  lovac: 'LOVAC, logements vacants',
  rpls: 'RPLS, logements sociaux',
  ssmsi: 'SSMSI, délinquance enregistrée',
  pilote: 'PILOTE, valeurs d’indicateurs',
};
