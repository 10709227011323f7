import { aPeriod, isHeadcount, isValue, type Locale, periodCode } from '@sillage/indicators';
import { listMeasures, type PublishedState } from '../aggregates/aggregates.queries';
import type { Queryable } from '../database/database';
import { listShownCurrent, listShownEvaluations, type ShownEvaluation } from '../effects/shown-evaluations.queries';
import { listOutcomeProgress } from '../programmes/outcome-progress.queries';
import {
  findPreRegistration,
  findProject,
  listProgrammes,
  listProjectNotes,
  listProjects,
  listTreatments,
  type Project,
} from '../programmes/programmes.queries';
import { listParts } from '../territories/territory-lists.queries';
import type { CommonFacts, Place } from './page-facts';
import { unknownProject } from './page-problems';
import type { EvaluatedOutcome, ProjectFacts, ProjectItem } from './project-facts';

/** Fewer territories have no usual difference between them. */
const fewestForSpread = 10;

/** Every project that the installation shows: its own, and the inspiring examples. */
export async function readProjects(
  db: Queryable,
  common: CommonFacts,
  state: PublishedState | null,
): Promise<ProjectItem[]> {
  const projects = (await listProjects(db)).filter(
    ({ isExample, isDemo }) => isExample || isDemo === common.home.isDemo,
  );
  return readItems(db, common, state, projects, await listShownCurrent(db));
}

/** Projects that act in one of these places, that hold them or that they hold; without what only a comparison needs. */
export async function readProjectsAt(
  db: Queryable,
  common: CommonFacts,
  places: readonly Place[],
): Promise<ProjectItem[]> {
  const ids = new Set(places.filter(({ level }) => !wideLevels.has(level)).map(({ id }) => id));
  const treated = new Set(
    (await listTreatments(db)).filter(({ territoryId }) => ids.has(territoryId)).map(({ projectId }) => projectId),
  );
  const projects = (await listProjects(db)).filter(({ id }) => treated.has(id));
  if (projects.length === 0) return [];
  return readItems(db, common, null, projects, await listShownCurrent(db));
}

const wideLevels = new Set<string>(['region', 'france']);

export async function readProjectFacts(
  db: Queryable,
  common: CommonFacts,
  state: PublishedState | null,
  { code, edition, locale }: { code: string; edition: number | undefined; locale: Locale },
): Promise<ProjectFacts> {
  const project = await findProject(db, code);
  if (!project) throw unknownProject(locale, code);
  const [history, progress, preRegistration, notes] = await Promise.all([
    listShownEvaluations(db, project.id),
    listOutcomeProgress(db, project),
    findPreRegistration(db, project.id),
    listProjectNotes(db, project.id),
  ]);
  const former = history.find(({ id }) => id === edition);
  if (edition !== undefined && !former) throw unknownProject(locale, `${code} (${edition})`);
  const current = history.filter(({ isCurrent }) => isCurrent);
  const read = former ? [former, ...current.filter(({ indicatorId }) => indicatorId !== former.indicatorId)] : current;
  const [item] = await readItems(db, common, state, [project], read);
  const outcomes = former ? formerFirst(item!.outcomes, former) : item!.outcomes;
  return {
    ...common,
    item: { ...item!, outcomes },
    history,
    progress,
    preRegistration: preRegistration ?? null,
    notes,
    shown: outcomes[0]?.record.id ?? null,
  };
}

const formerFirst = (outcomes: readonly EvaluatedOutcome[], { id }: ShownEvaluation): EvaluatedOutcome[] =>
  [...outcomes].sort((a, b) => Number(b.record.id === id) - Number(a.record.id === id));

async function readItems(
  db: Queryable,
  common: CommonFacts,
  state: PublishedState | null,
  projects: readonly Project[],
  records: readonly ShownEvaluation[],
): Promise<ProjectItem[]> {
  const [programmes, treatments] = await Promise.all([listProgrammes(db), listTreatments(db)]);
  const items: ProjectItem[] = [];
  for (const project of projects) {
    const own = treatments.filter(({ projectId }) => projectId === project.id);
    const outcomes: EvaluatedOutcome[] = [];
    for (const record of records.filter(({ projectId }) => projectId === project.id)) {
      const indicator = common.indicators.find(({ id }) => id === record.indicatorId);
      if (!indicator) continue;
      const isMain = project.outcomes.some(({ indicator: code, isMain: main }) => main && code === indicator.code);
      const ids = own.filter(({ level }) => level === record.pool.level).map(({ territoryId }) => territoryId);
      outcomes.push({
        indicator,
        isMain,
        record,
        persons: await personsOf(db, state, record, indicator, ids),
        spread: await spreadOf(db, state, record, common),
      });
    }
    const rank = ({ indicator, isMain }: EvaluatedOutcome): number =>
      isMain ? -1 : project.outcomes.findIndex(({ indicator: code }) => code === indicator.code);
    items.push({
      project,
      programme: programmes.find(({ code }) => code === project.programme) ?? null,
      treatments: own,
      outcomes: outcomes.sort((a, b) => rank(a) - rank(b)),
    });
  }
  return items;
}

/** The effect in people: on a rate, times the people behind it in the treated territories; on a count, their sum. */
async function personsOf(
  db: Queryable,
  state: PublishedState | null,
  { evaluation: { result }, pool }: ShownEvaluation,
  { id, unit, scale, territorialRule }: CommonFacts['indicators'][number],
  territoryIds: readonly number[],
): Promise<number | null> {
  if (result.status !== 'ok') return null;
  const size = Math.abs(result.estimate);
  if (isHeadcount(unit)) return size * result.treatedCount;
  const last = pool.periods.at(-1);
  // a rate may count euros or days: only shares and rates of people become people
  if (territorialRule !== 'ratio-of-sums' || !rateUnits.has(unit) || !state || last === undefined) return null;
  if (territoryIds.length !== result.treatedCount) return null;
  const rows = await listMeasures(db, state, {
    territoryIds: [...territoryIds],
    indicatorIds: [id],
    from: last * 1000,
    to: last * 1000 + 999,
  });
  const known = rows.filter(({ measure, denominator }) => isValue(measure) && denominator !== null);
  if (known.length !== territoryIds.length) return null;
  const behind = known.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0);
  return (size / scale) * behind;
}

const rateUnits = new Set(['percent', 'per-100', 'per-1000', 'per-1000-inhabitants', 'per-10000']);

/** The usual difference, between the territories compared, of how much the outcome moves over the time of the project. */
async function spreadOf(
  db: Queryable,
  state: PublishedState | null,
  { evaluation: { result }, indicatorId, pool }: ShownEvaluation,
  { home }: CommonFacts,
): Promise<number | null> {
  const last = pool.periods.at(-1);
  const before = Math.min(...pool.treated.map(({ since }) => since)) - 1;
  if (result.status !== 'ok' || !state || last === undefined || last <= before) return null;
  const weighed = new Set(
    result.donors.length > 0 ? result.donors.map(({ unit }) => unit) : pool.donors.map(({ code }) => code),
  );
  const territories = (await listParts(db, home.id, pool.level)).filter(({ code }) => weighed.has(code));
  const territoryIds = territories.map(({ id }) => id);
  const [old, recent] = await Promise.all(
    [before, last].map((year) => valuesOfYear(db, state, { territoryIds, indicatorId, year })),
  );
  const changes = territoryIds.flatMap((id) => {
    const [from, to] = [old!.get(id), recent!.get(id)];
    return from === undefined || to === undefined ? [] : [to - from];
  });
  if (changes.length < fewestForSpread) return null;
  const mean = changes.reduce((sum, value) => sum + value, 0) / changes.length;
  const spread = Math.sqrt(changes.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (changes.length - 1));
  return spread > 0 ? spread : null;
}

async function valuesOfYear(
  db: Queryable,
  state: PublishedState,
  { territoryIds, indicatorId, year }: { territoryIds: number[]; indicatorId: number; year: number },
): Promise<Map<number, number>> {
  const period = periodCode(aPeriod('year', year));
  const rows = await listMeasures(db, state, { territoryIds, indicatorIds: [indicatorId], from: period, to: period });
  return new Map(
    rows.flatMap(({ territoryId, measure }) => (isValue(measure) ? [[territoryId, measure.value] as const] : [])),
  );
}
