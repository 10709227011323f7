/** What is said of a folder that holds a referential of its own, in French. */
export const referentialFr = {
  usage: 'Usage\u00a0: sillage referential load DOSSIER (territoires.csv, indicateurs.csv, fusions.csv)',
  refused: (folder: string, faults: number) =>
    `Le référentiel «\u00a0${folder}\u00a0» ne peut pas être lu\u00a0: ${faults < 2 ? 'une faute a été trouvée' : `${faults} fautes ont été trouvées`}. Corrigez chaque faute, puis recommencez.`,
  missingFile: (name: string, titles: string) =>
    `Le fichier ${name} n’est pas dans le dossier ou ne peut pas être lu. Attendu\u00a0: un CSV dont les titres sont ${titles}.`,
  missingFolder: 'Il manque le dossier après --referential.',
  empty: 'Le fichier ne contient aucune ligne de données.',
  aCode: 'un code en capitales et chiffres, avec ses zéros',
  decimals: 'un nombre de décimales de 0 à 6',
  twice: (line: number, code: string, first: number) =>
    `Ligne\u00a0${line}\u00a0: le code «\u00a0${code}\u00a0» est déjà donné à la ligne\u00a0${first}.`,
  former: 'une ancienne commune, absente de territoires.csv',
  listedCommune: 'une commune de territoires.csv',
  aDate: 'une date AAAA-MM-JJ',
  loaded: (territories: number, mergers: number, indicators: number) =>
    `Référentiel chargé\u00a0: ${territories} territoires et ${mergers} fusions ajoutés, ${indicators} indicateurs ajoutés ou modifiés.`,
};
