import type { EffectMethod, Inference } from '../../../effect/effect';

interface MethodWords {
  /** In the middle of a sentence. */
  readonly name: string;
  /** What it does, in one sentence. */
  readonly meaning: string;
}

export const methods = {
  methods: {
    sdid: {
      name: 'double différence synthétique',
      meaning:
        'Le projet est comparé à une moyenne pondérée de territoires, choisie pour évoluer comme les siens avant le début.',
    },
    'synthetic-control': {
      name: 'contrôle synthétique',
      meaning:
        'Un territoire de comparaison est reconstitué à partir d’autres, pour suivre ceux du projet avant son début.',
    },
    did: {
      name: 'double différence',
      meaning: 'L’évolution des territoires du projet est comparée à celle des autres, sur les mêmes années.',
    },
    'callaway-santanna': {
      name: 'double différence à débuts échelonnés',
      meaning:
        'Chaque groupe de territoires est comparé, selon sa date de début, à ceux qui n’ont pas encore commencé.',
    },
    its: {
      name: 'série interrompue (avant/après)',
      meaning: 'La tendance d’avant le projet est prolongée et comparée à ce qui a été observé.',
    },
  } satisfies Record<EffectMethod, MethodWords>,
  inferences: {
    'placebo-in-space': 'Le même calcul est refait en donnant un projet fictif à chaque territoire de comparaison.',
    'cluster-robust': 'La marge tient compte de ce qui se ressemble à l’intérieur d’un même territoire.',
    'influence-function': 'La marge vient de la part de chaque territoire dans le résultat.',
    jackknife: 'Le calcul est refait en retirant un territoire à la fois.',
    'newey-west': 'La marge tient compte de ce qu’une année ressemble à la précédente.',
    'quasi-poisson': 'La marge est celle d’un comptage plus variable que le hasard pur.',
    none: 'Aucune marge d’incertitude n’a pu être calculée.',
  } satisfies Record<Inference, string>,
};
