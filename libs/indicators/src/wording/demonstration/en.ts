import type { demonstrationFr } from './fr';

export const demonstrationEn: typeof demonstrationFr = {
  examples: {
    'exemple_tidy.csv': 'One value a line (recommended format)',
    'exemple_population_large.csv': 'Populations, one column a year',
    'exemple_filosofi.csv': 'Incomes, one column an indicator (Filosofi format)',
    'exemple_mensuel.csv': 'Monthly series of the RSA',
    'exemple_avec_erreurs.csv': 'A file with mistakes, to see the report',
  },
  unknownExample: (name) => `No example file is called “${name}”.`,
  refused: (file) => `The demonstration file “${file}” was refused.`,
  source: 'Fictitious data',
};
