import type {
  DatedValue,
  Participation,
  ProgrammeDefinition,
  ProjectDefinition,
  ProjectOutcome,
  UnitCost,
  YearlyBudget,
} from '@sillage/indicators';
import { businesses, employment } from '../figures/commune-figures';
import type { Row } from '../figures/row';
import type { World } from '../figures/world';
import { randomFrom } from '../random';
import { type ProjectText, projectTexts } from './project-texts';
import { communesOf, demonstrationSites } from './sites';

const source = { label: 'Données fictives de démonstration', url: null };
const aim = { status: 'declared', source: { label: 'Délibération fictive', url: null } } as const;
/** The last year whose accounts are closed. */
const lastClosedYear = 2025;

export const demonstrationProgrammes: readonly ProgrammeDefinition[] = [
  {
    code: 'DEMO-ALLER-VERS',
    fr: { title: 'Aller vers', summary: 'Programme fictif : rapprocher l’action sociale de chacun.' },
    en: { title: 'Reaching out', summary: 'A fictitious programme: social action nearer to everybody.' },
    aims: ['prevention', 'participation'],
    objectives: [
      { fr: 'Que personne ne renonce à une aide faute de guichet', en: 'Nobody goes without help for want of a door' },
    ],
    budget: budgetOf('DEMO-ALLER-VERS', 2022, [300, 600, 620, 640, 900]),
  },
  {
    code: 'DEMO-BOURGS',
    fr: { title: 'Bourgs vivants', summary: 'Programme fictif : le social, moteur des bourgs.' },
    en: { title: 'Lively villages', summary: 'A fictitious programme: social action as an engine of villages.' },
    aims: ['revitalisation'],
    objectives: [{ fr: 'Rouvrir des activités dans les bourgs', en: 'Reopen activities in villages' }],
    budget: budgetOf('DEMO-BOURGS', 2018, [300, 320, 480, 500, 510, 690, 700, 710]),
  },
];

/** The fictitious projects, on the communes whose figures they really change; baselines are read in those figures. */
export function demonstrationProjects(world: World): ProjectDefinition[] {
  const { departement } = world;
  const figures = [...employment(world), ...businesses(world)];
  return demonstrationSites.map((site) => {
    const text = projectTexts.find(({ code }) => code === site.code);
    if (!text) throw new Error(`Nobody described ${site.code}`);
    const communes = communesOf(departement, site);
    const { code, programme, fr, en, aims, objective, actions, policies, budget } = text;
    return {
      code,
      programme,
      fr,
      en,
      isExample: false,
      aims,
      territories: communes.map(({ code: commune, startDate }) => ({ level: 'commune', code: commune, startDate })),
      endDate: null,
      anticipationPeriods: 0,
      objectives: [objective],
      actions,
      policies,
      partners: text.partners.map(([name, kind, hasAgreement]) => ({ name, kind, hasAgreement })),
      participation: participationOf(text),
      budget: budgetOf(code, budget.firstYear, budget.voted),
      outcomes: outcomesOf(text, communes, figures),
      facts: [],
      unitCosts: text.outcomes.includes('PREV-13') ? [costOfIdleYear] : [],
      otherEvents: [],
    };
  });
}

function outcomesOf(
  { outcomes, target }: ProjectText,
  communes: readonly { readonly code: string; readonly startDate: string }[],
  figures: readonly Row[],
): ProjectOutcome[] {
  const codes = new Set(communes.map(({ code }) => code));
  const yearBefore = Math.min(...communes.map(({ startDate }) => Number(startDate.slice(0, 4)))) - 1;
  return outcomes.map((indicator, rank): ProjectOutcome => {
    const baseline: DatedValue = {
      value: together(figures, indicator, codes, yearBefore),
      date: `${yearBefore}-12-31`,
      status: 'observed',
      source,
    };
    if (rank > 0) return { indicator, isMain: false, baseline, target: null, milestones: [] };
    const reach = (share: number): number => Number((baseline.value * (1 + target.change * share)).toFixed(1));
    const halfway = Math.ceil((yearBefore + Number(target.date.slice(0, 4))) / 2);
    return {
      indicator,
      isMain: true,
      baseline,
      target: { value: reach(1), date: target.date, ...aim },
      milestones: [{ value: reach(0.5), date: `${halfway}-12-31`, ...aim }],
    };
  });
}

const scales: Readonly<Record<string, number>> = { 'PREV-13': 100, 'PART-10': 10_000 };

/** The value of some communes together: a sum, or the ratio of sums. */
function together(figures: readonly Row[], indicator: string, codes: ReadonlySet<string>, year: number): number {
  let [sum, numerator, denominator] = [0, 0, 0];
  for (const row of figures) {
    if (row.indicator !== indicator || row.period !== String(year) || row.territory.level !== 'commune') continue;
    if (!codes.has(row.territory.code)) continue;
    sum += typeof row.value === 'number' ? row.value : 0;
    numerator += row.numerator ?? 0;
    denominator += row.denominator ?? 0;
  }
  const scale = scales[indicator];
  return scale === undefined ? sum : Number(((scale * numerator) / denominator).toFixed(1));
}

/** From thousands of euros voted: what was committed and spent since, cent by cent. */
function budgetOf(code: string, firstYear: number, voted: readonly number[]): YearlyBudget[] {
  return voted.map((thousands, rank) => {
    const year = firstYear + rank;
    const random = randomFrom(`budget ${code} ${year}`);
    const votedCents = thousands * 100_000;
    const committedCents = Math.round(votedCents * (0.93 + 0.06 * random()));
    const spentCents = Math.round(committedCents * (0.9 + 0.1 * random()));
    const amounts = { year, votedCents, committedCents };
    if (year > lastClosedYear) return { ...amounts, spentCents: null, ...aim };
    return { ...amounts, spentCents, status: 'observed', source };
  });
}

/** Distinct people of a year, and how often they came: two counts that never add up. */
function participationOf({ code, people, budget }: ProjectText): Participation[] {
  return people.flatMap((distinctPeople, rank): Participation[] => {
    if (distinctPeople === 0) return [];
    const year = budget.firstYear + rank;
    const visits = 4 + 3 * randomFrom(`visits ${code} ${year}`)();
    const attendances = Math.round(distinctPeople * visits);
    return [{ period: String(year), distinctPeople, attendances, status: 'observed', source }];
  });
}

const costOfIdleYear: UnitCost = {
  label: {
    fr: 'Une année d’un jeune sans emploi ni formation, dépenses publiques',
    en: 'A year of a young person out of work and training, public spending',
  },
  indicator: 'PREV-13',
  lowCents: 600_000,
  likelyCents: 950_000,
  highCents: 1_500_000,
  source,
  year: 2024,
  cashableShare: 0.35,
  payer: 'Département',
  gainer: 'État, Région et Département',
};
