import type { DatedValue, Partner, ProjectOutcome, TreatedTerritory, YearlyBudget } from '@sillage/indicators';
import { programmesFr, readNumber } from '@sillage/indicators';
import { type CsvRow, type Fault, readCsvTable } from '../platform/csv-table';
import { aimWords, levelWords } from '../platform/csv-words';
import { budgetColumn, partnerWords, policyWords, projectColumns, territoryColumns } from './csv-columns';
import { type GivenProject, givenProject } from './project-definition';

/** A project of a file, and where a fault of its definition stands in that file. */
export interface ReadProject {
  readonly project: GivenProject;
  readonly locate: (pointer: string) => string;
}

/** One line per project and territory; what tells of the whole project stands on one of its lines at least. */
export function readProjectsCsv(text: string, faults: Fault[]): ReadProject[] {
  const columns = { mandatory: territoryColumns, optional: projectColumns, pattern: budgetColumn };
  const projects = new Map<string, CsvRow[]>();
  for (const row of readCsvTable(text, columns, faults)) {
    const code = row.mandatory('code_projet');
    projects.set(code, [...(projects.get(code) ?? []), row]);
  }
  return [...projects].flatMap(([code, rows]) => {
    const before = faults.length;
    const lines = new ProjectLines(rows);
    const result = givenProject.safeParse(lines.definition(code));
    if (faults.length > before) return [];
    if (result.success) return [{ project: result.data, locate: (pointer: string) => lines.locate(pointer) }];
    for (const { path, message } of result.error.issues) {
      faults.push({
        pointer: lines.locate(`/${path.join('/')}`),
        detail: `${code}, ${path.join('.')}\u00a0: ${message}`,
      });
    }
    return [];
  });
}

const { csv: words } = programmesFr;

class ProjectLines {
  constructor(private readonly rows: readonly CsvRow[]) {}

  /** Checked by the schema afterwards: a faulty cell was listed and reads as absent. */
  definition(code: string) {
    const title = this.rowOf('titre').mandatory('titre');
    const titleEn = this.text('titre_en');
    const endDate = this.text('date_fin');
    const anticipation = this.rowOf('anticipation');
    const objective = this.text('objectif');
    const policies = this.rowOf('politiques');
    return withoutBlanks({
      code,
      programme: this.text('programme') || undefined,
      fr: { title, summary: this.text('resume') },
      en: titleEn ? { title: titleEn, summary: this.text('resume_en') } : undefined,
      aims: this.meanings('effets_recherches', aimWords).filter((aim) => aim !== null),
      territories: this.rows.flatMap((row) => territoryOf(row)),
      endDate: endDate ? dateOf(this.rowOf('date_fin'), 'date_fin') : undefined,
      anticipationPeriods: anticipation.number('anticipation', null) ?? undefined,
      objectives: objective ? [{ fr: objective, en: null }] : [],
      policies: policies.list('politiques', /\|/).flatMap((name) => {
        return policies.meaning('politiques', name.replaceAll('’', "'"), policyWords) ?? [];
      }),
      partners: this.partners(),
      budget: this.budget(),
      outcomes: this.outcomes(),
    });
  }

  /** `/territories/3/code` is the fourth line of the project, anything else its first. */
  locate(pointer: string): string {
    const rank = Number(/^\/territories\/(\d+)/.exec(pointer)?.[1] ?? 0);
    return `/lignes/${this.rows[rank]?.line ?? this.rows[0]?.line ?? 1}`;
  }

  /** The line that gives a column of the whole project; lines that contradict each other are a fault. */
  private rowOf(column: string): CsvRow {
    const given = this.rows.filter((row) => row.text(column) !== '');
    const [first = this.rows[0]!] = given;
    for (const row of given) {
      if (row.text(column) === first.text(column)) continue;
      row.fault(column, words.contradiction(row.line, column, row.text(column), first.text(column)));
    }
    return first;
  }

  private text(column: string): string {
    return this.rowOf(column).text(column);
  }

  private meanings<Meaning>(column: string, meaning: Readonly<Record<string, Meaning>>): Meaning[] {
    const row = this.rowOf(column);
    return row.list(column).flatMap((text) => row.meaning(column, text, meaning) ?? []);
  }

  /** "CAF (sécurité sociale, convention) | Mairie (commune)". */
  private partners(): Partner[] {
    const row = this.rowOf('partenaires');
    return row.list('partenaires', /\|/).flatMap((text) => {
      const [, name = '', kindText = '', agreement] = /^(.+?)\s*\(([^,)]+)(,\s*convention)?\)$/i.exec(text) ?? [];
      if (name === '') {
        row.wrong('partenaires', text, words.partnerShape);
        return [];
      }
      const kind = row.meaning('partenaires', kindText, partnerWords);
      return kind ? [{ name, kind, hasAgreement: agreement !== undefined }] : [];
    });
  }

  private outcomes(): ProjectOutcome[] {
    const none = { baseline: null, target: null, milestones: [] };
    const main = this.text('resultat_principal');
    if (main === '') return [];
    const baseline = this.datedValue('valeur_initiale', 'date_initiale');
    const target = this.datedValue('valeur_cible', 'date_cible');
    const others = this.rowOf('autres_resultats').list('autres_resultats');
    return [
      { indicator: main, isMain: true, baseline, target, milestones: [] },
      ...others.map((indicator) => ({ ...none, indicator, isMain: false })),
    ];
  }

  private datedValue(valueColumn: string, dateColumn: string): DatedValue | null {
    const row = this.rowOf(valueColumn);
    const value = numberOf(row, valueColumn, words.aNumber);
    if (value === null) return null;
    return { value, date: dateOf(this.rowOf(dateColumn), dateColumn) };
  }

  private budget(): YearlyBudget[] {
    const fields = { vote: 'votedCents', engage: 'committedCents', depense: 'spentCents' } as const;
    const years = new Map<number, YearlyBudget>();
    for (const column of this.rows[0]?.header ?? []) {
      const [, kind, yearText] = budgetColumn.exec(column) ?? [];
      if (kind !== 'vote' && kind !== 'engage' && kind !== 'depense') continue;
      const row = this.rowOf(column);
      const euros = numberOf(row, column, words.anAmount);
      if (euros === null) continue;
      const cents = Math.round(euros * 100);
      if (Math.abs(cents - euros * 100) > 1e-6 * Math.max(1, Math.abs(cents))) {
        row.wrong(column, row.text(column), words.anAmount);
      }
      const year = Number(yearText);
      const known = years.get(year) ?? { year, votedCents: null, committedCents: null, spentCents: null };
      years.set(year, { ...known, [fields[kind]]: cents });
    }
    return [...years.values()].sort((a, b) => a.year - b.year);
  }
}

function territoryOf(row: CsvRow): TreatedTerritory[] {
  const level = row.word('niveau', levelWords);
  const code = row.mandatory('code_territoire');
  const startDate = dateOf(row, 'date_debut');
  return level ? [{ level, code, startDate }] : [];
}

/** An empty cell erases nothing: what is not given keeps what was said before. */
const withoutBlanks = (given: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  );

/** ISO, from "2025-03-01" or "01/03/2025"; a date that does not exist is a fault. */
function dateOf(row: CsvRow, column: string): string {
  const text = row.mandatory(column);
  if (text === '') return '';
  const [, day, month, year] = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text) ?? [];
  const iso = year ? `${year}-${month}-${day}` : text;
  const exists = /^\d{4}-\d{2}-\d{2}$/.test(iso) && isDay(iso);
  if (!exists) row.wrong(column, text, words.aDate);
  return iso;
}

const isDay = (iso: string): boolean => {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
};

/** null for an empty cell; a number that could be read in two ways is a fault. */
function numberOf(row: CsvRow, column: string, expected: string): number | null {
  const reading = readNumber(row.text(column));
  if (reading.kind === 'empty') return null;
  if (reading.kind === 'number' && reading.remarks.length === 0) return reading.value;
  row.wrong(column, row.text(column), expected);
  return null;
}
