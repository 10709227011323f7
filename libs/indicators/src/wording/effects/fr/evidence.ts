import type { EvaluationCheck, EvidenceLoss } from '../../../effect/evaluation';
import type { FactSentence } from '../fact-reader';
import { shortEvidence } from './certainty';

const always = (plain: string): FactSentence => ({ full: () => plain, plain });

const earlierGap: FactSentence = {
  full: (f) => `Un début fictif, placé en ${f.year('start')}, montre déjà un écart de ${f.amount('estimate')}.`,
  plain: 'Un début fictif, placé plus tôt, montre déjà un écart.',
};

export const evidence = {
  /** From 0 to 4. */
  levels: ['suivi seul', 'avant/après', 'comparaison à des semblables', 'solide', 'très solide'],
  meanings: [
    'L’indicateur est suivi, sans rien à quoi le comparer.',
    'La situation est comparée avant et après le projet, sans territoires de comparaison.',
    'Les territoires du projet sont comparés à d’autres, mais un contrôle manque ou a échoué.',
    'La situation sans le projet est estimée, la ressemblance avant le projet est bonne et les essais fictifs ont été faits.',
    'Le résultat tient aussi quand on change de méthode, de territoires de comparaison ou de date.',
  ],
  level: (level: string, name: string) => `Niveau de preuve : ${level} sur 4 – ${name}`,
  short: shortEvidence,
  replicated: (count: string, isOne: boolean) =>
    isOne
      ? 'Un autre projet du même programme trouve un effet de même sens.'
      : `${count} autres projets du même programme trouvent un effet de même sens.`,
  randomised:
    'Les territoires du projet ont été tirés au sort : une différence avec les autres vient du projet ou du hasard, non du choix des territoires.',
  losses: {
    refused: always('Aucun effet n’a pu être estimé.'),
    'no-comparison-group': always('Il n’y a pas de groupe de comparaison.'),
    'few-donors': {
      full: (f) => `Les territoires de comparaison sont peu nombreux (${f.count('donors')}).`,
      plain: 'Les territoires de comparaison sont peu nombreux.',
    },
    'poor-prefit': {
      full: (f) => `La ressemblance avant le projet est imparfaite : l’erreur est de ${f.share('relative')}.`,
      plain: 'La ressemblance avant le projet est imparfaite.',
    },
    'prior-trend': always('Un écart se creusait déjà avant le projet.'),
    'no-placebo': always('Les essais fictifs n’ont pas pu être faits.'),
    'placebo-in-time-moves': always('Un début fictif, placé plus tôt, montre déjà un écart.'),
    'leave-one-out-changes-sign': always('Retirer un seul territoire de comparaison suffit à inverser le résultat.'),
    'cross-check-disagrees': {
      full: (f) => `Une autre méthode (${f.method('method')}) ne donne pas le même résultat.`,
      plain: 'Une autre méthode ne donne pas le même résultat.',
    },
    'cross-check-missing': always('Aucune autre méthode n’a pu être essayée.'),
    'prior-year-matters': always('Le résultat dépend de la dernière année avant le projet.'),
    'external-shock': {
      full: (f) => `L’année ${f.year('year')}, hors norme partout, est proche du début.`,
      plain: 'Une année hors norme partout est proche du début.',
    },
    'fragile-to-trends': {
      full: (f) =>
        `Des tendances qui s’écarteraient de ${f.number('breakdown')} fois le pire écart d’avant suffiraient à effacer l’effet.`,
      plain: 'Des tendances un peu moins parallèles suffiraient à effacer l’effet.',
    },
    'one-donor': {
      full: (f) => `La comparaison repose surtout sur un seul territoire (${f.text('unit')}).`,
      plain: 'La comparaison repose surtout sur un seul territoire.',
    },
  } satisfies Record<EvidenceLoss['code'], FactSentence>,
  checkTitles: {
    'resemblance-before': 'Ressemblance avant le projet',
    placebo: 'Essais fictifs (placebo)',
    sensitivity: 'Sensibilité',
    'other-events': 'Autres événements',
    'data-quality': 'Qualité des données',
  } satisfies Record<EvaluationCheck['code'], string>,
  verdicts: {
    passed: 'vérifié',
    doubtful: 'douteux',
    failed: 'non vérifié',
    'not-done': 'non fait',
  } satisfies Record<EvaluationCheck['verdict'], string>,
  checks: {
    'resemblance-before': {
      passed: {
        full: (f) => `Avant le projet, la comparaison suivait ses territoires à ${f.size('rmse')} près.`,
        plain: 'Avant le projet, la comparaison suivait bien ses territoires.',
      },
      doubtful: {
        full: (f) => `Avant le projet, la comparaison ne suivait ses territoires qu’à ${f.size('rmse')} près.`,
        plain: 'Avant le projet, la comparaison ne suivait ses territoires qu’imparfaitement.',
      },
      failed: always('Avant le projet, les deux groupes n’évoluaient pas de la même façon.'),
      'not-done': always('La ressemblance avant le projet n’a pas pu être vérifiée.'),
    },
    placebo: {
      passed: {
        full: (f) =>
          `Un écart de cette taille ou plus apparaît dans ${f.share('p')} des territoires où il ne s’est rien passé.`,
        plain: 'Un écart de cette taille est rare dans les territoires où il ne s’est rien passé.',
      },
      doubtful: {
        full: (f) =>
          `Un écart de cette taille apparaît aussi dans ${f.share('p')} des territoires où il ne s’est rien passé.`,
        plain: 'Un écart de cette taille apparaît parfois dans des territoires où il ne s’est rien passé.',
      },
      failed: {
        full: (f) => `Un écart aussi grand est courant sans projet : ${f.share('p')} des territoires essayés.`,
        plain: 'Un écart aussi grand est courant dans des territoires sans projet.',
      },
      'not-done': always('Les essais fictifs n’ont pas pu être faits.'),
    },
    sensitivity: {
      passed: {
        full: (f) =>
          `Le résultat tient avec une autre méthode ou quand on retire un territoire de comparaison : de ${f.amount('low')} à ${f.amount('high')}.`,
        plain: 'Le résultat tient quand le calcul est refait autrement.',
      },
      doubtful: {
        full: (f) =>
          `Le résultat varie quand le calcul est refait autrement : de ${f.amount('low')} à ${f.amount('high')}.`,
        plain: 'Le résultat varie quand le calcul est refait autrement.',
      },
      failed: always('Le résultat change de sens quand le calcul est refait autrement.'),
      'not-done': always('Aucune autre méthode n’a pu être essayée.'),
    },
    'other-events': {
      passed: always('Aucun autre événement déclaré sur la période étudiée, ni année hors norme près du début.'),
      doubtful: {
        full: (f) => `L’année ${f.year('year')}, hors norme partout, est proche du début.`,
        plain: 'Un autre événement déclaré sur la période étudiée peut expliquer une part de l’écart.',
      },
      failed: always('Un autre événement explique sans doute l’écart.'),
      'not-done': always('Les autres événements n’ont pas été examinés, ou personne n’a dit s’il y en avait.'),
    },
    'data-quality': {
      passed: always('Toutes les valeurs utilisées sont publiées, selon une même définition.'),
      doubtful: {
        full: (f) =>
          `La définition de l’indicateur a changé en ${f.year('break')} : une part de l’écart peut en venir.`,
        plain: 'Certaines valeurs sont provisoires, estimées ou peu nombreuses.',
      },
      failed: always('Les données ne permettent pas une évaluation sérieuse.'),
      'not-done': always('La qualité des données n’a pas été vérifiée.'),
    },
  } satisfies Record<EvaluationCheck['code'], Record<EvaluationCheck['verdict'], FactSentence>>,
  /** Where no project was pretended elsewhere, only earlier. */
  inTime: {
    passed: {
      full: (f) => `Un début fictif, placé en ${f.year('start')}, ne montre pas d’écart net.`,
      plain: 'Un début fictif, placé plus tôt, ne montre pas d’écart net.',
    },
    doubtful: earlierGap,
    failed: earlierGap,
  } satisfies Record<'passed' | 'doubtful' | 'failed', FactSentence>,
  /** Where no comparison territory was left out. */
  sameDonors: {
    full: (f) =>
      `Le résultat tient quand le calcul est refait autrement : de ${f.amount('low')} à ${f.amount('high')}.`,
    plain: 'Le résultat tient quand le calcul est refait autrement.',
  } satisfies FactSentence as FactSentence,
};
