/** What a reader reads about loading the catalogue. */
export const catalogueFr = {
  unknownIndicator: (code: string) => `Aucun indicateur ne porte le code «\u00a0${code}\u00a0».`,
  howToFind: 'La liste des indicateurs et de leurs codes se trouve à la page Méthode et sources.',
  refused: (name: string, count: number) =>
    count < 2
      ? `Le catalogue «\u00a0${name}\u00a0» n’a pas été chargé\u00a0: une faute a été trouvée.`
      : `Le catalogue «\u00a0${name}\u00a0» n’a pas été chargé\u00a0: ${count} fautes ont été trouvées.`,
  refusedIndicator: 'Cet indicateur n’a pas été ajouté.',
  nothingWritten: 'Rien n’a été enregistré. Corrigez chaque faute, puis recommencez.',
  unreadable: (name: string) => `Le fichier «\u00a0${name}\u00a0» n’existe pas ou ne peut pas être lu.`,
  wrongExtension: (name: string) =>
    `Le fichier «\u00a0${name}\u00a0» n’est pas un catalogue\u00a0: un fichier .json ou .csv est attendu.`,
  notJson: (detail: string) => `Le contenu n’est pas du JSON valide\u00a0: ${detail}`,
  notACatalogue:
    'Attendu\u00a0: {"indicators": [ … ]}, chaque indicateur ayant les champs que donne GET /api/v1/indicators.',
  empty: 'Le fichier ne contient aucun indicateur.',
  aCode: 'des capitales, des chiffres, «\u00a0-\u00a0» et «\u00a0_\u00a0», quarante caractères au plus',
  wrongField: (code: string, field: string, detail: string) =>
    `Indicateur ${code}, champ «\u00a0${field}\u00a0»\u00a0: ${detail}.`,
  twice: (code: string) => `Le code «\u00a0${code}\u00a0» est donné deux fois.`,
  nameTaken: (code: string, name: string, owner: string) =>
    `Indicateur ${code}\u00a0: le nom «\u00a0${name}\u00a0» désigne déjà l’indicateur ${owner}. Choisissez-en un autre.`,
  codeTaken: (code: string) =>
    `Le code «\u00a0${code}\u00a0» est déjà pris. Pour changer sa définition, chargez un fichier avec la commande sillage catalogue load.`,
  unknownComponent: (code: string, component: string) =>
    `Indicateur ${code}\u00a0: la composante «\u00a0${component}\u00a0» n’est pas au catalogue. Ajoutez-la d’abord, ou dans le même fichier.`,
  unknownSource: (code: string, source: string, known: string) =>
    `Indicateur ${code}\u00a0: la source «\u00a0${source}\u00a0» n’est pas connue. Sources possibles\u00a0: ${known}.`,
  ownFormula: 'Valeur donnée par le département',
  cli: {
    usage: 'Usage\u00a0: sillage catalogue load FICHIER (.json ou .csv)',
    loaded: (added: number, changed: number, unchanged: number) =>
      `Catalogue chargé\u00a0: ${added} ajoutés, ${changed} modifiés, ${unchanged} inchangés.`,
  },
};
