import type { RefusalCode } from '../../../effect/effect';
import type { FactSentence } from '../fact-reader';

const always = (plain: string): FactSentence => ({ full: () => plain, plain });

/** Each refusal as a reason, and what would be needed for an effect to be told. */
export const refusals: Record<RefusalCode, { reason: FactSentence; needed: FactSentence }> = {
  'too-few-periods-before': {
    reason: {
      full: (f) => `Périodes mesurées avant le projet : ${f.counted('have', 'aucune', 'seule', 'seulement')}.`,
      plain: 'L’indicateur est connu pour trop peu de périodes avant le projet.',
    },
    needed: {
      full: (f) => `Il faudrait au moins ${f.count('need')} périodes mesurées avant le début.`,
      plain: 'Il faudrait davantage de périodes mesurées avant le début.',
    },
  },
  'too-few-periods-after': {
    reason: {
      full: (f) =>
        `Périodes mesurées depuis le début du projet : ${f.counted('have', 'aucune pour l’instant', 'seule', 'seulement')}.`,
      plain: 'L’indicateur est connu pour trop peu de périodes depuis le début du projet.',
    },
    needed: {
      full: (f) =>
        `Il faut attendre d’avoir ${f.counted('need', 'une période mesurée', 'période mesurée', 'périodes mesurées')} après le début.`,
      plain: 'Il faut attendre davantage de périodes mesurées après le début.',
    },
  },
  'no-treated-unit': {
    reason: always('Aucun territoire du projet n’a de valeur pour cet indicateur.'),
    needed: always('Il faudrait un indicateur mesuré à l’échelon où le projet agit.'),
  },
  'no-donor': {
    reason: always('Aucun territoire comparable n’est resté à l’écart du projet.'),
    needed: always('Il faudrait des territoires semblables, sans ce projet, avec les mêmes mesures.'),
  },
  'too-few-donors': {
    reason: {
      full: (f) => `Territoires comparables qui ont toutes leurs valeurs : ${f.count('have')}.`,
      plain: 'Trop peu de territoires comparables ont toutes leurs valeurs.',
    },
    needed: {
      full: (f) => `Il en faudrait au moins ${f.count('need')}, avec les mêmes mesures.`,
      plain: 'Il en faudrait davantage, avec les mêmes mesures.',
    },
  },
  'too-few-treated': {
    reason: {
      full: (f) =>
        `Le projet ne touche que ${f.counted('have', 'zéro territoire', 'territoire', 'territoires')} à cet échelon.`,
      plain: 'Le projet touche trop peu de territoires à cet échelon.',
    },
    needed: {
      full: (f) => `Cette méthode demande au moins ${f.count('need')} territoires accompagnés.`,
      plain: 'Cette méthode demande davantage de territoires accompagnés.',
    },
  },
  'missing-outcome': {
    reason: {
      full: (f) => `Une valeur manque : ${f.text('unit')}, ${f.year('period')}.`,
      plain: 'Une valeur manque dans la série.',
    },
    needed: always('Il faudrait la série complète des territoires du projet et de ceux qu’on leur compare.'),
  },
  'duplicate-cell': {
    reason: {
      full: (f) => `Deux valeurs se contredisent : ${f.text('unit')}, ${f.year('period')}.`,
      plain: 'Deux valeurs se contredisent pour un même territoire et une même période.',
    },
    needed: always('Il faudrait n’en garder qu’une dans le fichier importé.'),
  },
  'treatment-reversal': {
    reason: {
      full: (f) => `Le projet s’est arrêté en cours de route : ${f.text('unit')}, ${f.year('period')}.`,
      plain: 'Le projet s’est arrêté en cours de route dans un territoire.',
    },
    needed: always('Il faudrait un projet qui dure, ou une évaluation limitée aux périodes où il agit.'),
  },
  'no-period-before': {
    reason: always('Tous les territoires étaient accompagnés dès la première période connue.'),
    needed: always('Il faudrait des mesures antérieures au début du projet.'),
  },
  'too-few-events': {
    reason: {
      full: (f) =>
        `L’indicateur compte ${f.count('events')} faits depuis le début du projet : le hasard suffit à les expliquer.`,
      plain: 'L’indicateur compte trop peu de faits : le hasard suffit à les expliquer.',
    },
    needed: {
      full: (f) => `Il en faudrait au moins ${f.count('need')}, sur plus d’années ou un territoire plus grand.`,
      plain: 'Il faudrait plus d’années ou un territoire plus grand.',
    },
  },
  'poor-prefit': {
    reason: {
      full: (f) =>
        `Aucune combinaison de territoires ne suivait ceux du projet avant son début : l’erreur est de ${f.share('relative')}.`,
      plain: 'Aucune combinaison de territoires ne suivait ceux du projet avant son début.',
    },
    needed: always('Il faudrait des territoires plus semblables, ou davantage de périodes avant le début.'),
  },
  'outside-donors-range': {
    reason: {
      full: (f) =>
        `Les territoires du projet sortaient de la plage des autres pendant ${f.count('periods')} périodes sur ${f.count('of')} avant le début.`,
      plain: 'Les territoires du projet sortaient de la plage des autres avant le début.',
    },
    needed: always('Il faudrait des territoires de comparaison aux valeurs plus proches.'),
  },
  'parallel-trends-rejected': {
    reason: always(
      'Avant le projet, les deux groupes n’évoluaient déjà pas de la même façon : nous ne pouvons pas chiffrer l’effet.',
    ),
    needed: always('Il faudrait des territoires de comparaison qui évoluaient de la même façon avant le début.'),
  },
  'forbidden-comparisons': {
    reason: {
      full: (f) =>
        `Les dates de début diffèrent, et ${f.share('share')} du calcul comparerait des territoires déjà accompagnés entre eux.`,
      plain: 'Les dates de début diffèrent, et le calcul comparerait des territoires déjà accompagnés entre eux.',
    },
    needed: always('Il faudrait une méthode faite pour des débuts échelonnés, et des territoires jamais accompagnés.'),
  },
  'staggered-dates': {
    reason: always('Les territoires du projet n’ont pas commencé la même année : cette méthode ne s’applique pas.'),
    needed: {
      full: (f) => `Il faudrait au moins ${f.count('need')} territoires par date de début, ou une même date pour tous.`,
      plain: 'Il faudrait davantage de territoires par date de début, ou une même date pour tous.',
    },
  },
  'suppressed-outcome': {
    reason: always('L’indicateur n’est pas diffusé (secret statistique) pour les territoires du projet.'),
    needed: always('Il faudrait un échelon plus large, ou un accès aux données protégées du producteur.'),
  },
  'autocorrelated-residuals': {
    reason: {
      full: (f) => `La série garde une mémoire que la méthode n’explique pas (Durbin-Watson : ${f.number('value')}).`,
      plain: 'La série garde une mémoire que la méthode n’explique pas.',
    },
    needed: always('Il faudrait des territoires de comparaison, ou une série plus longue.'),
  },
  'collinear-regressors': {
    reason: always('Les variables du calcul disent la même chose : leurs effets ne peuvent pas être séparés.'),
    needed: always('Il faudrait retirer une variable, ou ajouter des périodes ou des territoires.'),
  },
  'solver-gap': {
    reason: always('Le calcul n’a pas pu prouver que sa solution est la meilleure.'),
    needed: always('Il faudrait vérifier les données : une valeur démesurée en est souvent la cause.'),
  },
  'no-data-before': {
    reason: always('Aucune mesure n’existe avant le début du projet : rien ne dit ce qui se serait passé sans lui.'),
    needed: always(
      'Il faudrait une mesure de la situation avant le projet et des territoires comparables suivis de la même façon.',
    ),
  },
  'series-break': {
    reason: always(
      'La définition de l’indicateur a changé pendant la période étudiée : les valeurs ne se comparent pas.',
    ),
    needed: always('Il faudrait une série recalculée selon une seule définition.'),
  },
  'leave-one-out-changes-sign': {
    reason: {
      full: (f) => `Retirer un seul territoire de comparaison (${f.text('unit')}) suffit à inverser le résultat.`,
      plain: 'Retirer un seul territoire de comparaison suffit à inverser le résultat.',
    },
    needed: always('Il faudrait davantage de territoires comparables.'),
  },
  'external-shock': {
    reason: {
      full: (f) => `L’année ${f.year('year')}, hors norme partout, est trop proche du début pour en séparer le projet.`,
      plain: 'Une année hors norme partout est trop proche du début pour en séparer le projet.',
    },
    needed: always('Il faudrait des territoires de comparaison : eux aussi ont connu cette année-là.'),
  },
  'mixed-levels': {
    reason: {
      full: (f) =>
        `Les lieux du projet sont de plusieurs échelons (${f.levels('levels')}) : la marge d’incertitude serait fausse.`,
      plain: 'Les lieux du projet sont de plusieurs échelons : la marge d’incertitude serait fausse.',
    },
    needed: always('Il faudrait déclarer tous les lieux à un même échelon, celui où la décision a été prise.'),
  },
};
