/** The refusals that every part of the API shares. */
export const problemsFr = {
  invalidRequest: {
    title: 'La demande ne peut pas être lue.',
    detail: 'Corrigez les éléments signalés, puis recommencez.',
  },
  notFound: {
    title: 'Cette adresse n’existe pas.',
    detail: 'Vérifiez l’adresse. Les adresses de l’API sont décrites dans /api/v1/openapi.json.',
  },
  wrongMethod: { title: 'Cette adresse n’accepte pas ce genre de demande.', detail: undefined },
  tooLarge: (limit: string) => ({
    title: 'La demande est trop volumineuse.',
    detail: `La limite est de ${limit}. Pour un fichier de données, passez par la page Imports.`,
  }),
  unsupportedType: {
    title: 'Le type de contenu envoyé n’est pas accepté.',
    detail: 'Envoyez du JSON (application/json), ou un fichier en multipart/form-data.',
  },
  otherSite: {
    title: 'Cette demande vient d’un autre site\u00a0: elle est refusée.',
    detail: 'Une modification ne peut être demandée que depuis les pages de Sillage, ou par un programme.',
  },
  plainForm: {
    title: 'Cette demande est refusée\u00a0: elle pourrait venir d’un autre site.',
    detail: 'Envoyez du JSON (Content-Type: application/json) ou ajoutez l’en-tête «\u00a0x-sillage: 1\u00a0».',
  },
  unexpectedHost: {
    title: 'Cette demande est refusée\u00a0: l’adresse du serveur n’est pas celle attendue.',
    detail:
      'Sans la variable HOST, Sillage n’accepte de modification que par http://localhost ou http://127.0.0.1. Définissez HOST pour l’ouvrir à d’autres adresses.',
  },
  timeout: { title: 'La demande a mis trop de temps à arriver.', detail: 'Vérifiez la connexion, puis recommencez.' },
  databaseAway: {
    title: 'La base de données ne répond pas.',
    detail: 'Réessayez dans quelques secondes. Rien n’a été perdu\u00a0: les chiffres publiés reviendront tels quels.',
  },
  tooSlow: {
    title: 'La réponse demande trop de temps de calcul.',
    detail: 'Réessayez avec une demande plus petite (moins de territoires, d’indicateurs ou de périodes).',
  },
  diskFull: {
    title: 'Le disque du serveur est plein.',
    detail: 'Libérez de la place, puis recommencez. Les chiffres déjà publiés restent lisibles.',
  },
  unexpected: (requestId: string) => ({
    title: 'Une erreur inattendue s’est produite.',
    detail: `Elle est notée dans le journal du serveur sous le numéro ${requestId}. Rien n’a été enregistré.`,
  }),
  notBuilt: {
    title: 'Les pages de Sillage ne sont pas construites.',
    detail: 'Lancez «\u00a0npm run build\u00a0», puis redémarrez Sillage.',
  },
  mebibytes: (count: number) => `${count}\u00a0Mio`,
};
