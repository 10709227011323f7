import { formatNumber } from '../format-number';

const count = (value: number) => formatNumber(value, 0, 'fr');

/** What a reader reads about the estimation of effects as a task and as data. */
export const effectsJobFr = {
  nothingYet: 'Aucun chiffre n’est encore calculé\u00a0: les effets seront estimés après le premier recalcul.',
  estimated: (made: number) =>
    made < 2 ? `${count(made)} effet estimé à nouveau.` : `${count(made)} effets estimés à nouveau.`,
  unchanged: (kept: number) =>
    kept < 2
      ? `${count(kept)} estimation reste la même\u00a0: rien de ce dont elle dépend n’a changé.`
      : `${count(kept)} estimations restent les mêmes\u00a0: rien de ce dont elles dépendent n’a changé.`,
  failed: (project: string, outcome: string | null, reason: string) =>
    outcome === null
      ? `Projet ${project}\u00a0: ${reason}`
      : `Projet ${project}, indicateur ${outcome}\u00a0: ${reason}`,
  someFailed: (failures: number) =>
    failures < 2
      ? `Une estimation a échoué\u00a0; les lecteurs gardent la précédente.`
      : `${count(failures)} estimations ont échoué\u00a0; les lecteurs gardent les précédentes.`,
  tookTooLong: (seconds: number) => `le calcul n’a pas abouti en ${count(seconds)}\u00a0s.`,
  workerEnded: 'le calcul s’est interrompu.',
  unexpected: (message: string) => `erreur inattendue (${message}).`,
  unknownProject: (code: string) =>
    `Aucun projet n’a le code «\u00a0${code}\u00a0»\u00a0: les codes sont ceux de /api/v1/projects.`,
  unknownEvaluation: (id: string) => `Aucune estimation ne porte le numéro «\u00a0${id}\u00a0».`,
  whereEvaluations: 'Les numéros sont ceux que donne /api/v1/projects/{code}/evaluations.',
};
