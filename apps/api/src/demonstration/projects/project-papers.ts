import type { NoteKind } from '@sillage/indicators';

/** Notes signed by people who do not exist, and what was fixed before one of the projects began. */
export const demonstrationNotes: readonly {
  readonly project: string;
  readonly kind: NoteKind;
  readonly author: string;
  readonly role: string;
  readonly signedOn: string;
  readonly body: string;
}[] = [
  {
    project: 'DEMO-MAISONS',
    kind: 'director-comment',
    author: 'Camille Ferrand (personnage fictif)',
    role: 'Directrice du développement social',
    signedOn: '2026-06-15',
    body: 'Les deux premières maisons ont ouvert avec quatre mois de retard. Nous lisons ces chiffres avec l’équipe et les habitants chaque automne.',
  },
  {
    project: 'DEMO-GUICHETS',
    kind: 'director-comment',
    author: 'Camille Ferrand (personnage fictif)',
    role: 'Directrice du développement social',
    signedOn: '2026-06-15',
    body: 'Le résultat n’est pas celui que nous attendions. Une permanence itinérante est à l’étude dans les communes les plus éloignées.',
  },
  {
    project: 'DEMO-GUICHETS',
    kind: 'dissent',
    author: 'Noé Valleray (personnage fictif)',
    role: 'Conseiller départemental',
    signedOn: '2026-09-02',
    body: 'La comparaison ne tient pas compte de la fermeture d’une usine du canton en 2024, qui a pu peser sur l’emploi des jeunes.',
  },
];

export const demonstrationPreRegistrations = [
  {
    project: 'DEMO-MAISONS',
    mainOutcome: 'PREV-13',
    comparisonPool: 'similar-in-departement',
    readingDate: '2025-12-31',
    negligible: null,
    isRandomised: false,
    fixedBy: 'Camille Ferrand (personnage fictif)',
    fixedAt: '2022-11-14T09:00:00Z',
  },
] as const;
