export const demonstrationFr = {
  examples: {
    'exemple_tidy.csv': 'Une valeur par ligne (format conseillé)',
    'exemple_population_large.csv': 'Populations, une colonne par année',
    'exemple_filosofi.csv': 'Revenus, une colonne par indicateur (format Filosofi)',
    'exemple_mensuel.csv': 'Série mensuelle du RSA',
    'exemple_avec_erreurs.csv': 'Un fichier avec des erreurs, pour voir le rapport',
  } as Record<string, string>,
  unknownExample: (name: string) => `Aucun fichier d’exemple ne s’appelle «\u00a0${name}\u00a0».`,
  refused: (file: string) => `Le fichier de démonstration «\u00a0${file}\u00a0» a été refusé.`,
  source: 'Données fictives',
};
