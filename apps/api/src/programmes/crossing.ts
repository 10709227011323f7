import { absent, type Measure, measured, type Partner, type ProjectDefinition } from '@sillage/indicators';

type Crossed = Pick<ProjectDefinition, 'policies' | 'partners'>;

export interface Crossing {
  readonly policies: number;
  readonly partners: number;
  readonly agreements: number;
  readonly partnersByKind: Record<string, number>;
}

/** Décloisonnement, measured: how many policies are crossed, with how many partners of each kind, how many bound by agreement. */
export const crossingOf = ({ policies, partners }: Crossed): Crossing => ({
  policies: policies.length,
  ...partnersOf(partners),
});

export interface CrossingOfAll {
  readonly projects: number;
  /** Mean number of policies by project (DECL-01). */
  readonly policiesPerProject: Measure;
  /** Projects that cross at least three policies (DECL-02). */
  readonly crossingThree: number;
  /** Distinct partners, by name: one that is in several projects counts once (DECL-04 for those bound by agreement). */
  readonly partners: number;
  readonly agreements: number;
  readonly partnersByKind: Record<string, number>;
}

/** The same over several projects. */
export function crossingOfAll(projects: readonly Crossed[]): CrossingOfAll {
  const counts = projects.map(({ policies }) => policies.length);
  const partners = new Map<string, Partner>();
  for (const partner of projects.flatMap((project) => project.partners)) {
    const known = partners.get(partner.name);
    partners.set(partner.name, known?.hasAgreement ? known : partner);
  }
  const total = counts.reduce((sum, count) => sum + count, 0);
  return {
    projects: projects.length,
    policiesPerProject: projects.length > 0 ? measured(total / projects.length) : absent('not-applicable'),
    crossingThree: counts.filter((count) => count >= 3).length,
    ...partnersOf([...partners.values()]),
  };
}

function partnersOf(partners: readonly Partner[]): Omit<Crossing, 'policies'> {
  const partnersByKind: Record<string, number> = {};
  for (const { kind } of partners) partnersByKind[kind] = (partnersByKind[kind] ?? 0) + 1;
  return {
    partners: partners.length,
    agreements: partners.filter(({ hasAgreement }) => hasAgreement).length,
    partnersByKind,
  };
}
