import { Injectable } from '@nestjs/common';
import { formatDate, type NoteKind, parisDate, programmesFr } from '@sillage/indicators';
import { Database } from '../database/database';
import { enqueueJob } from '../jobs/job';
import { Clock } from '../platform/clock';
import { Problem } from '../platform/problem';
import { type NewPreRegistration, writeNote, writePreRegistration } from './paper-writer';
import {
  findPreRegistration,
  listProjectNotes,
  listProjectTreatments,
  type PreRegistration,
  type ProjectNote,
} from './programmes.queries';
import { ProgrammesService } from './programmes.service';

const { registration: words } = programmesFr;
const day = (iso: string): string => formatDate(iso, 'fr');

type MayBeUnsaid = 'negligible' | 'isRandomised';
export type NewlyFixed = Omit<NewPreRegistration, 'fixedAt' | MayBeUnsaid> &
  Partial<Pick<NewPreRegistration, MayBeUnsaid>>;

/** What is attached to a project and never changed: signed notes, and what was fixed before it began. */
@Injectable()
export class ProjectPapersService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly programmes: ProgrammesService,
  ) {}

  async addNote(
    code: string,
    { kind, author, role, body }: { kind: NoteKind; author: string; role: string; body: string },
  ): Promise<ProjectNote> {
    const { id } = await this.programmes.project(code);
    const noteId = await writeNote(this.database, id, { kind, author, role, signedOn: this.today(), body });
    const note = (await listProjectNotes(this.database, id)).find((each) => each.id === noteId);
    if (!note) throw new Error(`Note of project ${code} was not stored`);
    return note;
  }

  /** Fixes the main outcome, the comparison pool and the date of reading, before anybody can know the results. */
  async preRegister(code: string, given: NewlyFixed): Promise<PreRegistration> {
    const { id, outcomes } = await this.programmes.project(code);
    const refuse = (status: number, title: string, detail: string) =>
      new Problem(status, 'pre-enregistrement-refuse', title, detail);
    const start = (await listProjectTreatments(this.database, id)).map(({ startDate }) => startDate).sort()[0];
    if (start === undefined) throw new Error(`Project ${code} has no territory`);
    if (start <= this.today()) throw refuse(409, words.tooLate(code, day(start)), words.whyTooLate);
    if (!outcomes.some(({ indicator }) => indicator === given.mainOutcome)) {
      throw refuse(422, words.refused(code), words.notAnOutcome(given.mainOutcome));
    }
    if (given.readingDate <= start) {
      throw refuse(422, words.refused(code), words.readingTooEarly(day(given.readingDate), day(start)));
    }
    const fixedAt = this.clock.now().toISOString();
    const fixing = { negligible: null, isRandomised: false, ...given, fixedAt };
    const isNew = await this.database.transaction(async (client) => {
      const isWritten = await writePreRegistration(client, id, fixing);
      // the pool and the date of reading change what is estimated
      if (isWritten) await enqueueJob(client, 'estimate-effects', `fixed:${code}`, { projectCode: code });
      return isWritten;
    });
    const fixed = await findPreRegistration(this.database, id);
    if (!fixed) throw new Error(`Pre-registration of project ${code} was not stored`);
    if (!isNew) throw refuse(409, words.alreadyFixed(code, day(parisDate(fixed.fixedAt))), words.isFinal);
    return fixed;
  }

  private today(): string {
    return parisDate(this.clock.now().toISOString());
  }
}
