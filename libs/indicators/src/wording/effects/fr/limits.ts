/** What an evaluation does not say, and what a project's data could show at all. */
export const limits = {
  mechanism: 'Elle ne dit pas pourquoi un écart apparaît, ni laquelle des actions l’a produit.',
  scope: (label: string) => `Elle porte sur un seul indicateur (${label}) et ne dit rien des autres effets.`,
  scopeShort: 'Elle porte sur un seul indicateur et ne dit rien des autres effets.',
  elsewhere: 'Elle vaut pour les territoires du projet : rien ne dit que l’effet serait le même ailleurs.',
  beforeAfter: 'Elle ne sépare pas le projet de ce qui changeait partout au même moment.',
  spillover: 'Les territoires voisins n’ont pas pu être écartés : un effet qui déborde fausserait la comparaison.',
  noise: (count: string) => `Vu le nombre d’indicateurs examinés (${count}), cet écart est sans doute dû au hasard.`,
  people: 'Elle mesure des territoires : elle ne dit pas ce que chaque personne a gagné ou perdu.',
  multiple: (count: string) =>
    `${count} résultats sont montrés ensemble : plus on en regarde, plus le hasard en fait paraître un remarquable.`,
  power: (size: string) => `Avec ces données, seul un effet d’au moins ${size} sera visible.`,
  powerPast: (size: string) => `Avec ces données, seul un effet d’au moins ${size} pouvait être vu.`,
  cost: {
    probability: (chances: string) =>
      `Il y a ${chances} chances sur 100 que le projet ait évité plus de dépenses qu’il n’en a coûté.`,
    amount: (median: string, low: string, high: string) =>
      `Dépenses évitées : environ ${median}, entre ${low} et ${high} (neuf chances sur dix).`,
    payers: (payer: string, gainer: string) => `Qui paie : ${payer}. Qui y gagne : ${gainer}.`,
    refused: 'Le coût évité n’est pas calculé : l’effet n’est pas assez établi (niveau de preuve 3 au moins).',
    noPrice: 'Le coût évité n’est pas calculé : aucun coût unitaire sourcé n’est enregistré.',
  },
};
