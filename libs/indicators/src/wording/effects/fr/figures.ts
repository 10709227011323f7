import type { Conclusion } from '../../../effect/evaluation';

const plural = (isOne: boolean, one: string, many: string): string => (isOne ? one : many);

/** Titles, axes, captions and columns of the figures on effects. */
export const figures = {
  path: {
    told: (year: string, isBelow: boolean) =>
      `Depuis ${year}, l’observé passe ${isBelow ? 'sous' : 'au-dessus de'} l’attendu sans le projet`,
    inconclusive: 'L’observé ne se distingue pas de l’attendu sans le projet',
    negligible: 'L’observé suit de près l’attendu sans le projet',
    observed: 'Observé',
    expected: 'Sans le projet (estimé)',
    start: (year: string) => `Début du projet (${year})`,
    commonStart: 'Début du projet',
    end: (year: string) => `Trait vertical pointillé : fin du projet (${year}).`,
    sinceStart: 'années comptées depuis le début',
    sinceStartCaption:
      'Année 0 : celle du début dans chaque territoire. Aux dernières années, seuls restent les premiers partis : les niveaux ne se comparent pas.',
    firstStart: (year: string) => `Premier début (${year})`,
    axis: (start: string) => `L’axe vertical commence à ${start}.`,
    band: 'Zone orangée : intervalle à 95 % de la situation estimée sans le projet.',
    noBand: 'Aucun intervalle n’a pu être calculé.',
    mean: 'Courbes : moyenne des territoires du projet.',
    columns: {
      period: 'Année',
      observed: (unit: string) => `Observé (${unit})`,
      expected: 'Sans le projet (estimé)',
      interval: 'Intervalle à 95 %',
      gap: 'Écart',
    },
  },
  gap: {
    titleSince: (year: string) => `L’écart ne se confond plus avec zéro depuis ${year}`,
    titleSome: (count: string, all: string) => `L’écart se distingue de zéro ${count} années sur ${all}`,
    titleNone: 'L’écart peut être nul toutes les années',
    titleUnknown: 'Écart année par année, sans marge d’incertitude',
    subtitle: (unit: string, place: string) => `Écart entre l’observé et l’estimé sans le projet (${unit}), ${place}`,
    trends: { grows: 'se creuse', shrinks: 'se réduit', steady: 'reste stable' },
    sentenceSince: (trend: string, first: string, year: string) =>
      `L’écart ${trend} depuis ${first} ; il ne se confond plus avec zéro depuis ${year}.`,
    sentenceSome: (trend: string, first: string, count: string, all: string) =>
      `L’écart ${trend} depuis ${first} ; il se distingue de zéro ${count} années sur ${all}.`,
    sentenceNone: (trend: string, first: string) =>
      `L’écart ${trend} depuis ${first} ; il peut être nul toutes les années.`,
    sentenceUnknown: (trend: string, first: string) =>
      `L’écart ${trend} depuis ${first} ; sa marge d’incertitude n’est pas connue.`,
    caption: 'Trait vertical : intervalle à 95 %. Rond vide : écart qui peut être nul. Gris : avant le projet.',
    columns: {
      period: 'Année',
      gap: (unit: string) => `Écart (${unit})`,
      interval: 'Intervalle à 95 %',
      reading: 'Lecture',
    },
    readings: { clear: 'différent de zéro', open: 'peut être nul', unknown: 'marge inconnue' },
    beforeReading: (reading: string) => `avant le projet, ${reading}`,
    legendClear: 'écart différent de zéro',
    legendOpen: 'écart qui peut être nul',
    legendBefore: 'avant le projet',
  },
  forest: {
    title: (favourable: number, unfavourable: number, open: number, negligible: number, refused: number) =>
      [
        favourable > 0 ? `${favourable} ${plural(favourable < 2, 'effet favorable', 'effets favorables')}` : '',
        unfavourable > 0 ? `${unfavourable} ${plural(unfavourable < 2, 'défavorable', 'défavorables')}` : '',
        open > 0 ? `${open} sans conclusion` : '',
        negligible > 0 ? `${negligible} ${plural(negligible < 2, 'négligeable', 'négligeables')}` : '',
        refused > 0 ? `${refused} non ${plural(refused < 2, 'estimable', 'estimables')}` : '',
      ]
        .filter((part) => part !== '')
        .join(', '),
    empty: 'Aucun effet évalué à ce jour',
    subtitles: {
      projects: (scale: string, place: string) => `Effet des projets évalués (${scale}), ${place}`,
      outcomes: (scale: string, place: string) => `Effet du projet sur chaque indicateur (${scale}), ${place}`,
      territories: (scale: string, place: string) => `Effet du projet dans chaque territoire (${scale}), ${place}`,
    },
    relativeScale: 'en % de la valeur attendue sans le projet',
    rows: {
      projects: (count: string, isOne: boolean) => `${count} ${plural(isOne, 'projet évalué', 'projets évalués')}`,
      outcomes: (count: string, isOne: boolean) => `${count} ${plural(isOne, 'indicateur', 'indicateurs')}`,
      territories: (count: string, isOne: boolean) => `${count} ${plural(isOne, 'territoire', 'territoires')}`,
    },
    sentence: (
      rows: string,
      favourable: number,
      unfavourable: number,
      open: number,
      negligible: number,
      refused: number,
    ) =>
      `Sur ${rows} : ${favourable} ${plural(favourable < 2, 'effet favorable', 'effets favorables')}, ${unfavourable} ${plural(unfavourable < 2, 'défavorable', 'défavorables')}, ${open} sans conclusion, ${negligible > 0 ? `${negligible} ${plural(negligible < 2, 'négligeable', 'négligeables')}, ` : ''}${refused} non ${plural(refused < 2, 'estimable', 'estimables')}.`,
    unjudged: (count: string) => `Effets nets sans sens déclaré : ${count}.`,
    zero: 'aucun écart',
    refused: 'effet non estimable',
    noMargin: 'marge inconnue',
    caption:
      'Trait : intervalle à 95 %. Rond vide : on ne peut pas conclure, ou effet négligeable. Les refus sont montrés comme les résultats.',
    relative: 'Les unités diffèrent : l’échelle est en % de la valeur attendue, la colonne de droite garde l’unité.',
    columns: {
      projects: 'Projet',
      outcomes: 'Projet',
      territories: 'Territoire',
      indicator: 'Indicateur',
      gap: 'Écart',
      interval: 'Intervalle à 95 %',
      certainty: 'Certitude',
      evidence: 'Preuve',
    },
    conclusions: {
      favourable: 'favorable',
      unfavourable: 'défavorable',
      unjudged: 'effet net, sans sens déclaré',
      negligible: 'négligeable',
      inconclusive: 'sans conclusion',
      refused: 'non estimable',
    } as Record<Conclusion, string>,
  },
  double: {
    title: (both: string, all: string, isOne: boolean) =>
      `${both} ${plural(isOne, 'projet', 'projets')} sur ${all} : effet favorable clair sur les personnes et sur le lieu`,
    empty: 'Aucun projet n’est évalué à la fois sur les personnes et sur le lieu',
    subtitle: (place: string) => `Effet sur les personnes et effet sur le lieu, en écarts types d’évolution, ${place}`,
    sentence: (placed: string, both: string) =>
      `Projets placés : ${placed}, dont ${both} à l’effet favorable et net des deux côtés.`,
    missing: (count: string) => `Projets sans l’un des deux effets, listés dessous : ${count}.`,
    x: 'Effet sur les personnes (prévention, participation)',
    xNarrow: 'Effet sur les personnes',
    y: 'Effet sur le lieu (revitalisation)',
    yNarrow: 'Effet sur le lieu',
    quadrants: {
      both: 'mieux pour les personnes et pour le lieu',
      people: 'mieux pour les personnes, moins bien pour le lieu',
      place: 'mieux pour le lieu, moins bien pour les personnes',
      none: 'moins bien des deux côtés',
    },
    caption:
      'Un écart type : ce qui sépare d’habitude les évolutions de deux territoires comparables. Traits : intervalles à 95 % ; rond vide : l’un des deux effets peut être nul.',
    causes: 'Les deux effets sont mesurés séparément : l’un ne prouve pas l’autre.',
    columns: {
      project: 'Projet',
      people: 'Effet sur les personnes (écarts types)',
      peopleOutcome: 'Indicateur des personnes',
      place: 'Effet sur le lieu (écarts types)',
      placeOutcome: 'Indicateur du lieu',
      reading: 'Lecture',
    },
    clear: 'net des deux côtés',
    open: 'au moins un effet peut être nul',
    absent: 'non estimable',
    peopleMissing: (reason: string) => `personnes, ${reason}`,
    placeMissing: (reason: string) => `lieu, ${reason}`,
    notEvaluated: 'aucun indicateur évalué',
    notPlaced: (name: string, reasons: string) => `${name} : ${reasons}.`,
  },
  budget: {
    title: (share: string, year: string) => `${share} du budget voté ${year} est réalisé`,
    noShare: 'Budget voté, engagé et réalisé par année',
    sentence: (share: string, year: string) => `${share} du budget voté ${year} est réalisé.`,
    noSentence: (year: string) => `Le budget réalisé de ${year} n’est pas encore connu.`,
    subtitle: (project: string, unit: string, range: string) => `Budget (${unit}), ${project}, ${range}`,
    voted: 'Voté',
    committed: 'Engagé',
    spent: 'Réalisé',
    columns: { year: 'Année', share: 'Taux de réalisation' },
    euros: 'euros',
    thousands: 'milliers d’euros',
    millions: 'millions d’euros',
    shortThousands: 'k€',
    shortMillions: 'M€',
    shortEuros: '€',
    caption: 'Les barres partent de zéro. Une barre absente est un montant non communiqué, pas un zéro.',
    missing: 'non communiqué',
    source: 'Source : budget du projet, saisi par le Département',
    fictitious: 'Données fictives de démonstration : budget du projet',
  },
};
