export const legal = {
  section: 'Informations sur le site',
  siteMapLead: 'Toutes les pages, d’un seul regard.',
  siteMapFigures: 'Lire les chiffres',
  siteMapData: 'Tenir les données',
  siteMapAbout: 'À propos',
  accessibilityTitle: 'Accessibilité',
  accessibilityState: 'Accessibilité : non conforme',
  accessibilityTexts: [
    'Cet outil doit respecter le référentiel général d’amélioration de l’accessibilité (RGAA 4.1.2). Aucun audit n’a encore été mené sur cette installation : la loi veut qu’il soit alors déclaré non conforme, quel que soit le soin apporté.',
    'Ce qui est contrôlé à chaque version : chaque page, sur grand et petit écran, par un outil automatique qui ne doit trouver aucun défaut ; l’usage au clavier des fenêtres et de la recherche ; un tableau à côté de chaque graphique ; un mot à côté de chaque couleur.',
    'Ce qui ne l’est pas encore : la lecture par un lecteur d’écran, l’essai par des personnes handicapées, un audit par un tiers.',
  ],
  accessibilityContact: 'Signaler un défaut',
  accessibilityContactText:
    'Une page vous est inaccessible ? Écrivez au service du Département qui tient cet outil : il vous répondra et vous enverra l’information sous une autre forme.',
  accessibilityDefender: 'Défenseur des droits',
  accessibilityDefenderText:
    'Sans réponse satisfaisante, vous pouvez saisir gratuitement le Défenseur des droits : par son formulaire en ligne, auprès de son délégué dans votre département, ou par courrier, Libre réponse 71120, 75342 Paris CEDEX 07.',
  legalTitle: 'Mentions légales',
  legalTexts: [
    {
      term: 'Éditeur',
      text: 'Le Département qui a installé cet outil. Son représentant légal en dirige la publication.',
    },
    { term: 'Hébergement', text: 'Cet outil tourne sur les machines du Département ou de l’hébergeur de son choix.' },
    { term: 'Logiciel', text: 'Sillage, logiciel libre sous licence MIT.' },
    {
      term: 'Données',
      text: 'Chaque figure nomme sa source et ses dates. Les licences sont à la page Méthode et sources.',
    },
  ],
  legalDemo:
    'Cette installation montre un département de démonstration : ses données sont inventées et n’engagent personne.',
  privacyTitle: 'Données personnelles',
  privacyTexts: [
    'Cet outil ne publie que des statistiques. Les effectifs trop petits pour être publiés sont masqués par le secret statistique.',
    'Il ne pose aucun cookie, ne mesure pas l’audience et n’appelle aucun autre site : votre navigateur ne parle qu’à ce serveur.',
    'Les fichiers importés sont gardés sur le serveur avec leur empreinte, pour que chaque chiffre puisse être retracé. Ils ne doivent pas contenir de données nominatives.',
    'Le journal du serveur note l’heure et l’adresse de chaque page demandée, jamais le contenu d’une donnée.',
  ],
  privacyRights:
    'Pour exercer vos droits, écrivez au délégué à la protection des données du Département ; à défaut de réponse, à la CNIL.',
};
