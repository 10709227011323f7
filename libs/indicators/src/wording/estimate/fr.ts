const expectations = {
  number: 'un nombre («\u00a012,5\u00a0», «\u00a012.5\u00a0»), ou une case vide s’il n’y en a pas',
  period: 'une année, un rang ou une période («\u00a02021\u00a0», «\u00a02021-T3\u00a0»)',
  treatment: '0 ou 1, ou la première période du projet (vide\u00a0: jamais)',
  name: 'le nom ou le code du territoire',
};

/** What a person reads who estimates an effect on a table of their own, in the terminal. */
export const estimateFr = {
  usage: `Usage\u00a0: npx sillage estimate --panel FICHIER --unit COLONNE --time COLONNE --outcome COLONNE --treated COLONNE
                            --method MÉTHODE [options]

  --panel FICHIER      table CSV, une ligne par territoire et par période
  --unit COLONNE       territoire (facultatif avec --method its\u00a0: le fichier est alors une seule série)
  --time COLONNE       année ou période
  --outcome COLONNE    résultat mesuré
  --treated COLONNE    0 ou 1 par ligne, ou première période du projet (vide, 0, NA, Inf\u00a0: jamais)
  --method MÉTHODE     sdid, synthetic-control, did, callaway-santanna ou its
  --covariates A,B     colonnes d’ajustement (synthetic-control\u00a0: A:1980-1988 limite les périodes)
  --cluster COLONNE    échelon où la décision a été prise
  --weight COLONNE     poids des territoires (population)
  --seed N             graine des tirages (1)
  --control C          callaway-santanna\u00a0: never-treated ou not-yet-treated (par défaut)
  --aggregation A      callaway-santanna\u00a0: simple (par défaut), group ou dynamic
  --family F           its\u00a0: gaussian (par défaut) ou poisson, pour un nombre de faits
  --offset COLONNE     its\u00a0: population exposée à ces faits
  --change C           its\u00a0: level-and-slope (par défaut) ou level, ce que le projet peut changer
  --harmonics N        its\u00a0: paires de sinus pour une saison
  --json               résultat complet, pour un programme`,
  missingOption: (name: string) => `L’option ${name} est obligatoire.`,
  unknownOption: (name: string) => `Option inconnue\u00a0: ${name}`,
  missingValue: (name: string) => `L’option ${name} attend une valeur.`,
  unknownMethod: (seen: string, known: string) =>
    `La méthode «\u00a0${seen}\u00a0» n’existe pas. Méthodes possibles\u00a0: ${known}.`,
  ignored: (option: string, method: string) =>
    `La méthode ${method} n’emploie pas l’option ${option}\u00a0: elle n’a rien changé au résultat.`,
  doubt: (column: string, seen: string, read: string, count: string) =>
    `Colonne «\u00a0${column}\u00a0»\u00a0: «\u00a0${seen}\u00a0» est lu ${read}, mais rien dans le fichier ne dit si le signe sépare les milliers ou les décimales (cases concernées\u00a0: ${count}). Écrivez ces nombres sans séparateur de milliers.`,
  unknownValue: (option: string, seen: string, known: string) =>
    `L’option ${option} ne peut pas valoir «\u00a0${seen}\u00a0». Valeurs possibles\u00a0: ${known}.`,
  wrongInteger: (option: string, seen: string) => `${option} attend un nombre entier, pas «\u00a0${seen}\u00a0».`,
  useless: (option: string, method: string) =>
    `La méthode ${method} n’emploie pas l’option ${option}. Retirez-la, ou choisissez une autre méthode.`,
  noFile: (path: string) => `Le fichier ${path} n’existe pas ou ne peut pas être lu.`,
  isFolder: (path: string) => `${path} est un dossier\u00a0: indiquez un fichier CSV.`,
  tooLarge: (path: string, megabytes: string) =>
    `Le fichier ${path} dépasse ${megabytes}\u00a0Mo. Gardez les colonnes et les années utiles.`,
  noColumn: (wanted: readonly string[], present: readonly string[]) =>
    `${wanted.length > 1 ? 'Ces colonnes sont absentes' : 'Cette colonne est absente'} du fichier\u00a0: ${wanted.join(', ')}. Colonnes présentes\u00a0: ${present.join(', ')}.`,
  wrongCell: (line: string, column: string, seen: string, expected: keyof typeof expectations) =>
    `Ligne\u00a0${line}, colonne «\u00a0${column}\u00a0»\u00a0: ${seen === '' ? 'la case est vide' : `«\u00a0${seen}\u00a0» n’est pas lisible`}. Écrivez ${expectations[expected]}.`,
  method: (name: string) => `Méthode\u00a0: ${name}`,
  estimate: (value: string, before: string, after: string) =>
    `Effet estimé\u00a0: ${value} (moyenne ; périodes après le début\u00a0: ${after}, avant\u00a0: ${before})`,
  interval: (level: string, low: string, high: string) => `Intervalle à ${level}\u00a0%\u00a0: de ${low} à ${high}`,
  noInterval: (level: string) => `Intervalle à ${level}\u00a0%\u00a0: ne peut pas être calculé`,
  standardError: (value: string) => `Erreur type\u00a0: ${value}`,
  p: (value: string, floor: string) => `p = ${value}${floor === '' ? '' : ` (au mieux ${floor} avec ces données)`}`,
  units: (treated: string, donors: string) =>
    `Territoires du projet\u00a0: ${treated}, de comparaison\u00a0: ${donors}`,
  prefit: (rmse: string, share: string) =>
    `Avant le début, écart moyen au modèle\u00a0: ${rmse}${share === '' ? '' : ` (${share}\u00a0%)`}`,
  weights: 'Territoires de comparaison les plus lourds\u00a0:',
  weight: (unit: string, share: string) => `  ${share}\u00a0%  ${unit}`,
  more: (count: string) => `  et ${count} de plus`,
  dropped: (count: string, units: string) => `Écartés faute d’une valeur à chaque période (${count})\u00a0: ${units}`,
  ratio: (value: string, low: string, high: string) =>
    `Rapport observé ÷ attendu\u00a0: ${value} (de ${low} à ${high})`,
  warnings: 'À savoir\u00a0:',
  warning: (sentence: string) => `  - ${sentence}`,
  refused: 'L’effet ne peut pas être estimé.',
};
