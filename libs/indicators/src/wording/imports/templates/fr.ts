/** Sentences of the templates to fill in, in French. */
export const templatesFr = {
  title: (label: string, code: string) => `Modèle à remplir : ${label} (${code})`,
  link: 'Modèle à remplir (CSV)',
  schemaLink: 'Schéma du modèle (Table Schema)',
  titles: {
    code_territoire: 'Code du territoire',
    niveau: 'Niveau du territoire',
    libelle: 'Nom du territoire',
    periode: 'Période',
    indicateur: 'Code de l’indicateur',
    valeur: 'Valeur',
    numerateur: 'Numérateur',
    denominateur: 'Dénominateur',
    statut: 'Statut',
  },
  descriptions: {
    code_territoire: 'Le code officiel, avec ses zéros : « 01001 ».',
    niveau: 'Le niveau auquel appartient ce code.',
    libelle: 'Pour relire le fichier ; seul le code compte.',
    indicateur: 'Le code de l’indicateur dans le catalogue.',
    denominateur: 'Ce à quoi le numérateur se rapporte, ou le poids d’une moyenne.',
    statut: 'Vide quand la valeur est définitive.',
  },
  value: (definition: string, unit: string, decimals: number) =>
    `${definition} Unité : ${unit} ; ${decimals} décimale${decimals > 1 ? 's' : ''}. Un secret s’écrit « s », une absence « nd ».`,
  numerator: (formula: string, scale: number) =>
    `Le taux est calculé : ${formula}${scale === 1 ? '' : ` (× ${scale})`}. Un secret s’écrit « s ».`,
  period: (example: string) => `La période décrite, comme « ${example} ».`,
  statuses: ['', 'provisoire', 'estime', 'rupture'],
  noTerritory: (level: string) => `Aucun territoire de niveau « ${level} » dans ce département pour cet indicateur.`,
  otherLevels: (levels: string) => `Niveaux possibles : ${levels}.`,
};

export type TemplatesWording = typeof templatesFr;
