import type {
  ComparisonPool,
  FixedDesign,
  NoteKind,
  ProgrammeDefinition,
  ProjectDefinition,
  TerritoryLevel,
} from '@sillage/indicators';
import type { Queryable } from '../database/database';
import { type InForce, Versioned } from '../database/in-force';

/** A project as it is in force. Its id never changes; each change makes a new version. */
export type Project = ProjectDefinition & {
  readonly id: number;
  readonly version: number;
  readonly isDemo: boolean;
  /** ISO dates of the first version and of this one. */
  readonly createdAt: string;
  readonly changedAt: string;
};

export type Programme = InForce<ProgrammeDefinition>;

interface ProjectRow {
  id: number;
  version: number;
  isDemo: boolean;
  createdAt: Date;
  changedAt: Date;
  definition: ProjectDefinition;
}

const projectInForce = `
  select project.id, project.is_demo as "isDemo", version.version, first.created_at as "createdAt",
    version.created_at as "changedAt", version.definition
  from project
  join project_version version on version.project_id = project.id and version.version = project.current_version
  join project_version first on first.project_id = project.id and first.version = 1`;

const toProject = ({ definition, createdAt, changedAt, ...row }: ProjectRow): Project => ({
  ...definition,
  ...row,
  createdAt: createdAt.toISOString(),
  changedAt: changedAt.toISOString(),
});

/** Grain: one row per project, in its version in force. */
export async function listProjects(db: Queryable): Promise<Project[]> {
  const { rows } = await db.query<ProjectRow>(`${projectInForce} order by project.code`);
  return rows.map(toProject);
}

/** Grain: at most one row, the version in force. */
export async function findProject(db: Queryable, code: string): Promise<Project | undefined> {
  const { rows } = await db.query<ProjectRow>(`${projectInForce} where project.code = $1`, [code]);
  return rows[0] && toProject(rows[0]);
}

export interface ProjectVersion {
  readonly version: number;
  readonly createdAt: Date;
  /** Who says to have written it; null: not said. */
  readonly author: string | null;
  readonly definition: ProjectDefinition;
}

/** Grain: one row per version of a project, the latest first. */
export async function listProjectVersions(db: Queryable, projectId: number): Promise<ProjectVersion[]> {
  const { rows } = await db.query<ProjectVersion>(
    `select version, created_at as "createdAt", author, definition
     from project_version where project_id = $1 order by version desc`,
    [projectId],
  );
  return rows;
}

/** A territory where a project acts, in the perimeter that its code had when this version was written. */
export interface Treatment {
  readonly projectId: number;
  readonly territoryId: number;
  readonly level: TerritoryLevel;
  readonly code: string;
  readonly name: string;
  /** ISO date. */
  readonly startDate: string;
}

const treatments = `
  select treated.project_id as "projectId", treated.territory_id as "territoryId", territory.level, territory.code,
    territory.name, to_char(treated.start_date, 'YYYY-MM-DD') as "startDate"
  from project
  join project_territory treated on treated.project_id = project.id and treated.version = project.current_version
  join territory on territory.id = treated.territory_id`;

/** Grain: one row per project and treated territory, of the versions in force. */
export async function listTreatments(db: Queryable): Promise<Treatment[]> {
  const { rows } = await db.query<Treatment>(`${treatments} order by project.id, territory.id`);
  return rows;
}

/** Grain: one row per treated territory of a project, in its version in force. */
export async function listProjectTreatments(db: Queryable, projectId: number): Promise<Treatment[]> {
  const { rows } = await db.query<Treatment>(`${treatments} where project.id = $1 order by territory.id`, [projectId]);
  return rows;
}

/** Grain: the territories that lie whole inside another one of the list. */
export async function listTerritoriesInside(db: Queryable, ids: readonly number[]): Promise<Set<number>> {
  const { rows } = await db.query<{ id: number }>(
    `with recursive inside (id) as (
       select child_id from territory_link where parent_id = any($1) and share = 1
       union
       select link.child_id from territory_link link join inside on link.parent_id = inside.id where link.share = 1)
     select id from inside where id = any($1) order by id`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}

/** What a project fixed before it began; written once. */
export interface PreRegistration {
  readonly projectId: number;
  /** Code of the indicator. */
  readonly mainOutcome: string;
  readonly comparisonPool: ComparisonPool;
  /** ISO dates. */
  readonly readingDate: string;
  /** Size under which an effect changes nothing, in the main outcome's unit; null: none was fixed. */
  readonly negligible: number | null;
  /** Whether the treated places were drawn by lot. */
  readonly isRandomised: boolean;
  readonly fixedAt: string;
  readonly fixedBy: string;
  /** What the project said then of its places and dates. */
  readonly asFixed: FixedDesign;
}

interface PreRegistrationRow extends Omit<PreRegistration, 'fixedAt'> {
  readonly fixedAt: Date;
}

const preRegistrations = `
  select fixed.project_id as "projectId", main_outcome as "mainOutcome", comparison_pool as "comparisonPool",
    to_char(reading_date, 'YYYY-MM-DD') as "readingDate", negligible,
    is_randomised as "isRandomised", fixed_at as "fixedAt", fixed_by as "fixedBy",
    jsonb_build_object('territories', version.definition -> 'territories', 'endDate', version.definition -> 'endDate',
      'anticipationPeriods', version.definition -> 'anticipationPeriods') as "asFixed"
  from pre_registration fixed
  join project_version version on version.project_id = fixed.project_id and version.version = fixed.project_version`;

const toPreRegistration = (row: PreRegistrationRow): PreRegistration => ({
  ...row,
  fixedAt: row.fixedAt.toISOString(),
});

/** Grain: one row per project that was pre-registered. */
export async function listPreRegistrations(db: Queryable): Promise<PreRegistration[]> {
  const { rows } = await db.query<PreRegistrationRow>(`${preRegistrations} order by fixed.project_id`);
  return rows.map(toPreRegistration);
}

/** Grain: at most one row. */
export async function findPreRegistration(db: Queryable, projectId: number): Promise<PreRegistration | undefined> {
  const { rows } = await db.query<PreRegistrationRow>(`${preRegistrations} where fixed.project_id = $1`, [projectId]);
  return rows[0] && toPreRegistration(rows[0]);
}

/** Grain: one row per project that fixed its main outcome. */
export async function listFixedOutcomes(
  db: Queryable,
): Promise<{ readonly code: string; readonly indicator: string }[]> {
  const { rows } = await db.query<{ code: string; indicator: string }>(
    `select project.code, fixed.main_outcome as indicator
     from pre_registration fixed join project on project.id = fixed.project_id order by project.id`,
  );
  return rows;
}

/** A signed note: the director's comment, or the disagreement of anybody. Never changed, never removed. */
export interface ProjectNote {
  readonly id: number;
  readonly kind: NoteKind;
  readonly author: string;
  /** Office of the author. */
  readonly role: string;
  /** ISO date under which it is signed. */
  readonly signedOn: string;
  readonly body: string;
}

/** Grain: one row per note of a project, the latest first. */
export async function listProjectNotes(db: Queryable, projectId: number): Promise<ProjectNote[]> {
  const { rows } = await db.query<ProjectNote>(
    `select id, kind, author, role, to_char(signed_on, 'YYYY-MM-DD') as "signedOn", body
     from project_note where project_id = $1 order by signed_on desc, id desc`,
    [projectId],
  );
  return rows;
}

const programmes = new Versioned<ProgrammeDefinition>('programme');

/** Grain: one row per programme, in its version in force. */
export const listProgrammes = (db: Queryable): Promise<Programme[]> => programmes.list(db);

/** Grain: at most one row, the version in force. */
export const findProgramme = (db: Queryable, code: string): Promise<Programme | undefined> => programmes.find(db, code);

/** Grain: one row per given place that designates a current territory. */
export async function listKnownPlaces(
  db: Queryable,
  places: readonly { readonly level: string; readonly code: string }[],
): Promise<{ readonly level: string; readonly code: string }[]> {
  const { rows } = await db.query<{ level: string; code: string }>(
    `select territory.level, territory.code
     from (select distinct level, code from jsonb_to_recordset($1::jsonb) as given (level text, code text)) place
     join territory on territory.level = place.level and territory.code = place.code and territory.valid_to is null
     order by territory.level, territory.code`,
    [JSON.stringify(places)],
  );
  return rows;
}
