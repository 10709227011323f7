import type { WarningCode } from '../../../effect/effect';
import type { FactSentence } from '../fact-reader';

const always = (plain: string): FactSentence => ({ full: () => plain, plain });

export const warnings: Record<WarningCode, FactSentence> = {
  'few-donors-indicative': {
    full: (f) =>
      `Avec ${f.count('donors')} territoires de comparaison, le résultat est indicatif : le hasard seul place le projet en tête une fois sur ${f.oneIn('floor')}.`,
    plain: 'Peu de territoires de comparaison : le résultat est indicatif.',
  },
  'few-clusters': {
    full: (f) =>
      `Le projet ne touche que ${f.counted('treated', 'zéro territoire', 'territoire', 'territoires')} : la marge d’incertitude est sans doute trop étroite.`,
    plain: 'Le projet touche peu de territoires : la marge d’incertitude est sans doute trop étroite.',
  },
  'prior-gap': {
    full: (f) => `Avant le projet, l’écart entre les deux groupes atteignait déjà ${f.amount('gap')}.`,
    plain: 'Avant le projet, un écart existait déjà entre les deux groupes.',
  },
  'one-period-weight': {
    full: (f) => `La comparaison avec l’avant repose presque toute sur ${f.year('period')}.`,
    plain: 'La comparaison avec l’avant repose presque toute sur une seule période.',
  },
  'one-donor-weight': {
    full: (f) => `C’est surtout une comparaison avec ${f.text('unit')}, qui pèse ${f.share('weight')} à lui seul.`,
    plain: 'C’est surtout une comparaison avec un seul territoire.',
  },
  interpolation: {
    full: (f) =>
      `${f.count('donors')} territoires de comparaison pour ${f.count('periods')} périodes : une ressemblance parfaite peut être due au hasard.`,
    plain:
      'Trop de territoires de comparaison pour trop peu de périodes : une ressemblance parfaite peut être due au hasard.',
  },
  'leave-one-out-range': {
    full: (f) =>
      `Selon le territoire de comparaison que l’on retire, l’écart va de ${f.amount('low')} à ${f.amount('high')}.`,
    plain: 'L’écart change selon le territoire de comparaison que l’on retire.',
  },
  'leave-one-out-changes-sign': always('Retirer un seul territoire de comparaison suffit à inverser le résultat.'),
  'residual-prior-trend': {
    full: (f) => `Avant le projet, l’écart se creusait déjà de ${f.amount('residualSlope')} par période.`,
    plain: 'Avant le projet, l’écart se creusait déjà.',
  },
  'prior-year-matters': {
    full: (f) =>
      `Si l’on oublie la dernière année avant le projet, l’écart passe de ${f.amount('estimate')} à ${f.amount('other')} : une mauvaise année a pu se corriger seule.`,
    plain: 'Le résultat dépend de la dernière année avant le projet : une mauvaise année a pu se corriger seule.',
  },
  'forbidden-comparisons': {
    full: (f) => `${f.share('share')} du calcul compare des territoires déjà accompagnés entre eux.`,
    plain: 'Une part du calcul compare des territoires déjà accompagnés entre eux.',
  },
  'placebos-dropped': {
    full: (f) =>
      `Essais fictifs écartés faute de ressemblance avant le projet : ${f.count('dropped')} ; gardés : ${f.count('kept')}.`,
    plain: 'Des essais fictifs ont été écartés faute de ressemblance avant le projet.',
  },
  'small-cohort-dropped': {
    full: (f) =>
      `Les territoires entrés en ${f.year('cohort')} sont trop peu nombreux (${f.count('units')}) : ils ne sont pas comptés.`,
    plain: 'Des territoires trop peu nombreux à commencer la même année ne sont pas comptés.',
  },
  'cells-dropped': {
    full: (f) =>
      `${f.counted('periods', 'Aucune période', 'période', 'périodes')} sans territoire de comparaison : rien n’y est compté.`,
    plain: 'Des périodes n’ont plus de territoire de comparaison : elles ne sont pas comptées.',
  },
  'external-shock': {
    full: (f) => `L’année ${f.year('year')}, hors norme partout, est proche du début du projet.`,
    plain: 'Une année hors norme partout est proche du début du projet.',
  },
  'autocorrelated-residuals': {
    full: (f) => `La série garde une mémoire que la méthode n’explique pas (Durbin-Watson : ${f.number('value')}).`,
    plain: 'La série garde une mémoire que la méthode n’explique pas.',
  },
  'no-comparison-group': always(
    'Sans groupe de comparaison, on ne peut pas séparer le projet du contexte national : un signal, pas une preuve.',
  ),
  'cross-check-disagrees': {
    full: (f) => `Une autre méthode (${f.method('method')}) trouve un écart différent : ${f.amount('estimate')}.`,
    plain: 'Une autre méthode trouve un écart différent.',
  },
  'parallel-trends-unchecked': always(
    'Trop peu de périodes avant le projet pour vérifier que les deux groupes évoluaient de la même façon.',
  ),
  'fragile-to-trends': {
    full: (f) =>
      `L’effet disparaît si l’écart de tendance après le projet dépasse ${f.number('breakdown')} fois le pire écart constaté avant.`,
    plain: 'L’effet disparaît si les tendances s’écartent un peu plus qu’avant le projet.',
  },
  'parallel-trends-doubtful': {
    full: (f) =>
      `Avant le projet, les deux groupes n’évoluaient pas tout à fait de la même façon (p : ${f.number('p')}).`,
    plain: 'Avant le projet, les deux groupes n’évoluaient pas tout à fait de la même façon.',
  },
  'many-outcomes': {
    full: (f) =>
      `On ne peut pas conclure : vu le nombre d’indicateurs examinés, un tel écart arrive par hasard dans ${f.share('adjusted')} des cas (p corrigé), au lieu de 5 % au plus.`,
    plain: 'On ne peut pas conclure : vu le nombre d’indicateurs examinés, un tel écart peut être dû au hasard.',
  },
  'long-extrapolation': {
    full: (f) =>
      `La tendance d’avant (${f.count('before')} périodes) est prolongée sur ${f.count('periods')} périodes : c’est beaucoup.`,
    plain: 'La tendance d’avant est prolongée sur beaucoup de périodes.',
  },
};
