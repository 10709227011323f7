import type { ProjectDefinition, TreatedTerritory } from './project';

/** What a project had said when it fixed what it would be judged on. */
export type FixedDesign = Pick<ProjectDefinition, 'territories' | 'endDate' | 'anticipationPeriods'>;

type Place = Pick<TreatedTerritory, 'level' | 'code'>;

/** How a project departs from what it fixed before it began. */
export type Deviation =
  | { readonly kind: 'main-outcome'; readonly fixed: string; readonly current: string | null }
  | { readonly kind: 'territories'; readonly added: readonly Place[]; readonly removed: readonly Place[] }
  | {
      readonly kind: 'start-dates';
      readonly changes: readonly (Place & { readonly fixed: string; readonly current: string })[];
    }
  | { readonly kind: 'end-date'; readonly fixed: string | null; readonly current: string | null }
  | { readonly kind: 'anticipation'; readonly fixed: number; readonly current: number };

interface Fixed {
  /** Code of the indicator. */
  readonly mainOutcome: string;
  readonly asFixed: FixedDesign;
}

/** Nothing is refused afterwards but to drop the outcome: what changed is shown, always. */
export function deviationsOf(
  { mainOutcome, asFixed }: Fixed,
  project: FixedDesign & Pick<ProjectDefinition, 'outcomes'>,
): Deviation[] {
  const deviations: Deviation[] = [];
  const current = project.outcomes.find(({ isMain }) => isMain)?.indicator ?? null;
  if (current !== mainOutcome) deviations.push({ kind: 'main-outcome', fixed: mainOutcome, current });

  const before = new Map(asFixed.territories.map((place) => [keyOf(place), place]));
  const now = new Map(project.territories.map((place) => [keyOf(place), place]));
  const added = project.territories.filter((place) => !before.has(keyOf(place))).map(placeOf);
  const removed = asFixed.territories.filter((place) => !now.has(keyOf(place))).map(placeOf);
  if (added.length + removed.length > 0) deviations.push({ kind: 'territories', added, removed });

  const changes = asFixed.territories.flatMap((place) => {
    const start = now.get(keyOf(place))?.startDate ?? place.startDate;
    return start === place.startDate ? [] : [{ ...placeOf(place), fixed: place.startDate, current: start }];
  });
  if (changes.length > 0) deviations.push({ kind: 'start-dates', changes });

  if (asFixed.endDate !== project.endDate)
    deviations.push({ kind: 'end-date', fixed: asFixed.endDate, current: project.endDate });
  if (asFixed.anticipationPeriods !== project.anticipationPeriods)
    deviations.push({
      kind: 'anticipation',
      fixed: asFixed.anticipationPeriods,
      current: project.anticipationPeriods,
    });
  return deviations;
}

const designKinds: readonly Deviation['kind'][] = ['territories', 'start-dates', 'anticipation'];

/** Whether where and when the project acts is what was fixed; if not, what was fixed could have been chosen afterwards. */
export const keepsDesign = (deviations: readonly Deviation[]): boolean =>
  !deviations.some(({ kind }) => designKinds.includes(kind));

const keyOf = ({ level, code }: Place): string => `${level} ${code}`;
const placeOf = ({ level, code }: Place): Place => ({ level, code });
