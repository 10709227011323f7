import { CatalogueService } from '../../apps/api/src/catalogue/catalogue.service';
import { createDataSource } from '../../apps/api/src/database/data-source';
import { Database } from '../../apps/api/src/database/database';
import { Clock } from '../../apps/api/src/platform/clock';
import { composeSheet } from '../../apps/api/src/programmes/compose-sheet';
import { findPreRegistration, listProjectNotes } from '../../apps/api/src/programmes/programmes.queries';
import { ProgrammesService } from '../../apps/api/src/programmes/programmes.service';
import { ProjectPapersService } from '../../apps/api/src/programmes/project-papers.service';
import { aDatabase, type TestDatabase } from '../support/database';
import { problemOf } from '../support/refusal';

class GivenClock extends Clock {
  instant = '2026-02-01T12:00:00Z';
  override now(): Date {
    return new Date(this.instant);
  }
}

describe('what is attached to a project', () => {
  let test: TestDatabase;
  let database: Database;
  let programmes: ProgrammesService;
  let papers: ProjectPapersService;
  const clock = new GivenClock();

  beforeAll(async () => {
    test = await aDatabase();
    database = new Database(await createDataSource(test.url).initialize());
    await new CatalogueService(database).loadDefault();
    await database.query(`insert into territory (level, code, name) values ('commune', '01001', 'Abergement')`);
    programmes = new ProgrammesService(database);
    papers = new ProjectPapersService(database, clock, programmes);
    for (const code of ['BUS-1', 'BUS-2']) {
      await programmes.create({
        code,
        fr: { title: 'Bus des solidarités', summary: '' },
        aims: ['prevention'],
        territories: [{ level: 'commune', code: '01001', startDate: '2026-03-01' }],
        outcomes: [{ indicator: 'PREV-06', isMain: true, baseline: null, target: null, milestones: [] }],
      });
    }
  });
  afterAll(async () => {
    await database.onModuleDestroy();
    await test.drop();
  });

  const given = {
    mainOutcome: 'PREV-06',
    comparisonPool: 'similar-in-departement',
    readingDate: '2028-12-31',
    negligible: 0.5,
    isRandomised: true,
    fixedBy: 'A. Martin',
  } as const;

  it('refuses to fix what cannot be read', async () => {
    const notOurs = await problemOf(papers.preRegister('BUS-1', { ...given, mainOutcome: 'PREV-11' }));
    expect([notOurs.status, notOurs.detail]).toEqual([422, expect.stringContaining('PREV-11')]);
    const early = await problemOf(papers.preRegister('BUS-1', { ...given, readingDate: '2026-03-01' }));
    expect([early.status, early.detail]).toEqual([422, expect.stringContaining('1er mars 2026')]);
    expect((await problemOf(papers.preRegister('BUS-9', given))).status).toBe(404);
  });

  it('is fixed once, before the project begins', async () => {
    const { id } = await programmes.project('BUS-1');
    expect(await papers.preRegister('BUS-1', given)).toEqual({
      ...given,
      projectId: id,
      fixedAt: '2026-02-01T12:00:00.000Z',
      asFixed: {
        territories: [{ level: 'commune', code: '01001', startDate: '2026-03-01' }],
        endDate: null,
        anticipationPeriods: 0,
      },
    });
    const { rows } = await database.query(`select input from job_run where due_slot = 'fixed:BUS-1'`);
    expect(rows).toEqual([{ input: { projectCode: 'BUS-1' } }]);
    const again = await problemOf(papers.preRegister('BUS-1', { ...given, readingDate: '2030-12-31' }));
    expect([again.status, again.title]).toEqual([409, expect.stringContaining('1er février 2026')]);
    expect((await findPreRegistration(database, id))?.readingDate).toBe('2028-12-31');
    await expect(database.query(`update pre_registration set fixed_by = 'personne'`)).rejects.toThrow(/never changed/);
  });

  it('keeps the outcome that was fixed, and tells what changed since', async () => {
    const outcome = (indicator: string, isMain: boolean) => ({ indicator, isMain, baseline: null, target: null });
    const change = (outcomes: ReturnType<typeof outcome>[]) =>
      programmes.change('BUS-1', {
        basedOn: 1,
        outcomes: outcomes.map((each) => ({ ...each, milestones: [] })),
        territories: [{ level: 'commune', code: '01001', startDate: '2026-06-01' }],
      });
    const dropped = await problemOf(change([outcome('PREV-11', true)]));
    expect(dropped.errors?.map(({ pointer, detail }) => [pointer, detail])).toEqual([
      ['/outcomes', expect.stringContaining('PREV-06')],
    ]);
    const project = await change([outcome('PREV-11', true), outcome('PREV-06', false)]);
    const fixed = (await findPreRegistration(database, project.id))!;
    const facts = { project, treatments: [], progress: [], preRegistration: fixed, notes: [] };
    expect(composeSheet(facts).deviations).toEqual([
      { kind: 'main-outcome', fixed: 'PREV-06', current: 'PREV-11' },
      {
        kind: 'start-dates',
        changes: [{ level: 'commune', code: '01001', fixed: '2026-03-01', current: '2026-06-01' }],
      },
    ]);
  });

  it('is refused from the day the project begins, in Paris', async () => {
    clock.instant = '2026-02-28T23:30:00Z';
    const late = await problemOf(papers.preRegister('BUS-2', given));
    expect([late.status, late.title]).toEqual([409, expect.stringContaining('a démarré le 1er mars 2026')]);
  });

  it('keeps every signed note, the latest first', async () => {
    clock.instant = '2026-06-01T08:00:00Z';
    const comment = {
      kind: 'director-comment',
      author: 'C. Roy',
      role: 'Directrice',
      body: 'Le démarrage fut lent.',
    } as const;
    await papers.addNote('BUS-1', comment);
    clock.instant = '2026-06-02T08:00:00Z';
    const dissent = {
      kind: 'dissent',
      author: 'P. Lan',
      role: 'Élu',
      body: 'La comparaison oublie le nouveau lycée.',
    } as const;
    const added = await papers.addNote('BUS-1', dissent);
    expect(added).toEqual({ ...dissent, id: added.id, signedOn: '2026-06-02' });
    const { id } = await programmes.project('BUS-1');
    const notes = await listProjectNotes(database, id);
    expect(notes.map(({ kind, signedOn }) => [kind, signedOn])).toEqual([
      ['dissent', '2026-06-02'],
      ['director-comment', '2026-06-01'],
    ]);
    await expect(database.query('delete from project_note')).rejects.toThrow(/never changed/);
  });
});
