import type { AvoidedCostRefusal } from '../../../effect/avoided-cost';

type CostRefusals = Readonly<Record<AvoidedCostRefusal['code'] | 'no-budget', (number: string) => string>>;

/** What an evaluation does not say, and what a project's data could show at all. */
export const limits = {
  mechanism: 'Elle ne dit pas pourquoi un écart apparaît, ni laquelle des actions l’a produit.',
  scope: (label: string) => `Elle porte sur un seul indicateur (${label}) et ne dit rien des autres effets.`,
  scopeShort: 'Elle porte sur un seul indicateur et ne dit rien des autres effets.',
  elsewhere: 'Elle vaut pour les territoires du projet : rien ne dit que l’effet serait le même ailleurs.',
  beforeAfter: 'Elle ne sépare pas le projet de ce qui changeait partout au même moment.',
  ended: (year: string) =>
    `Le projet s’est arrêté en ${year} : les années suivantes disent ce qu’il en reste, non ce qu’il faisait.`,
  lateStart:
    'Là où le projet commence dans la seconde moitié d’une année, l’année entière compte avec lui : l’effet en paraît plus petit.',
  spillover: 'Les territoires voisins n’ont pas pu être écartés : un effet qui déborde fausserait la comparaison.',
  people: 'Elle mesure des territoires : elle ne dit pas ce que chaque personne a gagné ou perdu.',
  multiple: (count: string) =>
    `${count} résultats sont montrés ensemble : plus on en regarde, plus le hasard en fait paraître un remarquable.`,
  power: (size: string) => `Avec ces données, seul un effet d’au moins ${size} sera visible.`,
  powerPast: (size: string) => `Avec ces données, seul un effet d’au moins ${size} pouvait être vu.`,
  shareOfBefore: (share: string, size: string) => `${share} du niveau d’avant (${size})`,
  byTerritory: (count: string) =>
    `${count} territoires sont examinés ensemble : le risque de prendre le hasard pour un effet est corrigé (Benjamini-Hochberg). Au-delà de 5 %, on ne peut pas conclure. Chaque territoire est estimé seul, les autres territoires du projet étant écartés.`,
  cost: {
    probability: (chances: string, isOne: boolean) =>
      `Il y a ${chances} ${isOne ? 'chance' : 'chances'} sur 100 que le projet ait évité plus de dépenses qu’il n’en a coûté.`,
    nearlyAll: 'Il y a plus de 99 chances sur 100 que le projet ait évité plus de dépenses qu’il n’en a coûté.',
    hardlyAny: 'Il y a moins d’une chance sur 100 que le projet ait évité plus de dépenses qu’il n’en a coûté.',
    amount: (median: string, low: string, high: string) =>
      `Dépenses évitées : environ ${median}, entre ${low} et ${high} (neuf chances sur dix).`,
    added: 'Un montant négatif est une dépense ajoutée.',
    net: (median: string, low: string, high: string) =>
      `Une fois le coût du projet retiré : environ ${median}, entre ${low} et ${high} (neuf chances sur dix).`,
    payers: (payer: string, gainer: string) => `Qui paie : ${payer}. Qui y gagne : ${gainer}.`,
    cashable: (share: string) =>
      `Part qui ne serait vraiment pas dépensée : ${share}. Le reste est déjà engagé (locaux, personnels).`,
    price: (label: string, low: string, high: string, likely: string) =>
      `Coût unitaire : ${label}, entre ${low} et ${high}, le plus probable étant ${likely}.`,
    source: (source: string, year: string) => `Source du coût unitaire : ${source}, ${year}.`,
    basis: (cost: string, first: string, last: string, draws: string, seed: string) =>
      `Coût du projet : ${cost} (${first === last ? first : `${first} à ${last}`}, actualisé). Seules les années observées comptent. Tirages : ${draws}, graine ${seed}.`,
    noPrice: 'Le coût évité n’est pas calculé : aucun coût unitaire sourcé ne porte sur l’indicateur principal.',
    refusals: {
      'effect-refused': () => 'Le coût évité n’est pas calculé : l’effet lui-même n’a pas pu être estimé.',
      'evidence-too-low': (level) =>
        `Le coût évité n’est pas calculé : l’effet n’est pas assez établi (niveau de preuve ${level}, il en faut 3 au moins).`,
      'conclusion-open': () => 'Le coût évité n’est pas calculé : on ne peut pas conclure à un effet.',
      'sign-uncertain': (chances) =>
        `Le coût évité n’est pas calculé : le sens de l’effet n’est pas assez sûr (${chances} chances sur 100, il en faut 90).`,
      'overlapping-outcomes': () => 'Le coût évité n’est pas calculé : les mêmes faits sont déjà comptés ailleurs.',
      'unknown-distribution': () => 'Le coût évité n’est pas calculé : la marge d’incertitude de l’effet est inconnue.',
      'unsourced-cost': () => 'Le coût évité n’est pas calculé : le coût unitaire n’a pas de source ou d’année.',
      'unsound-input': () =>
        'Le coût évité n’est pas calculé : on ne sait pas à combien de personnes l’effet correspond, ou un montant est incohérent.',
      'no-budget': () => 'Le coût évité n’est pas calculé : aucun budget du projet n’est enregistré.',
    } satisfies CostRefusals as CostRefusals,
  },
};
