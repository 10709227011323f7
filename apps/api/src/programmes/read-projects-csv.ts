import {
  type DatedValue,
  type Known,
  type Partner,
  type ProjectOutcome,
  programmesFr,
  type TreatedTerritory,
} from '@sillage/indicators';
import { type CsvRow, type Fault, readCsvTable } from '../platform/csv-table';
import { aimWords, levelWords } from '../platform/csv-words';
import { partnerWords, policyWords, projectColumns, territoryColumns, variableColumn } from './csv-columns';
import { type GivenProject, givenProject } from './project-definition';
import { dateOf, ProjectLines } from './project-lines';
import { actionsOf, factsOf, otherEventsOf, unitCostsOf } from './read-numbered-columns';
import { budgetOf, milestonesOf, participationOf } from './read-period-columns';

/** A project of a file, and where a fault of its definition stands in that file. */
export interface ReadProject {
  readonly project: GivenProject;
  readonly locate: (pointer: string) => string;
}

/** One line per project and territory; what tells of the whole project stands on one of its lines at least. */
export function readProjectsCsv(text: string, faults: Fault[]): ReadProject[] {
  const columns = { mandatory: territoryColumns, optional: projectColumns, pattern: variableColumn };
  const projects = new Map<string, CsvRow[]>();
  for (const row of readCsvTable(text, columns, faults)) {
    const code = row.mandatory('code_projet');
    projects.set(code, [...(projects.get(code) ?? []), row]);
  }
  return [...projects].flatMap(([code, rows]) => {
    const before = faults.length;
    const lines = new ProjectLines(rows);
    const result = givenProject.safeParse(definitionOf(code, lines));
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

/** Checked by the schema afterwards: a faulty cell was listed and reads as absent. */
function definitionOf(code: string, lines: ProjectLines) {
  const titleEn = lines.text('titre_en');
  const objective = lines.text('objectif');
  const policies = lines.rowOf('politiques');
  return withoutBlanks({
    code,
    programme: lines.text('programme') || undefined,
    fr: { title: lines.mandatory('titre'), summary: lines.text('resume') },
    en: titleEn ? { title: titleEn, summary: lines.text('resume_en') } : undefined,
    aims: lines.meanings('effets_recherches', aimWords).filter((aim) => aim !== null),
    territories: lines.rows.flatMap((row) => territoryOf(row)),
    endDate: lines.date('date_fin') ?? undefined,
    anticipationPeriods: lines.rowOf('anticipation').number('anticipation', null) ?? undefined,
    objectives: objective ? [{ fr: objective, en: null }] : [],
    actions: actionsOf(lines),
    policies: policies.list('politiques', /\|/).flatMap((name) => {
      return policies.meaning('politiques', name.replaceAll('’', "'"), policyWords) ?? [];
    }),
    partners: partnersOf(lines),
    participation: participationOf(lines),
    budget: budgetOf(lines),
    outcomes: outcomesOf(lines),
    facts: factsOf(lines),
    unitCosts: unitCostsOf(lines),
    otherEvents: otherEventsOf(lines),
  });
}

/** "CAF (sécurité sociale, convention) | Mairie (commune)". */
function partnersOf(lines: ProjectLines): Partner[] {
  const row = lines.rowOf('partenaires');
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

function outcomesOf(lines: ProjectLines): ProjectOutcome[] {
  const none = { baseline: null, target: null, milestones: [] };
  const indicator = lines.text('resultat_principal');
  if (indicator === '') return [];
  const observed = { status: lines.status('statut_initial'), source: lines.source('source_initiale') };
  const main = {
    indicator,
    isMain: true,
    baseline: datedValue(lines, 'valeur_initiale', 'date_initiale', observed),
    target: datedValue(lines, 'valeur_cible', 'date_cible', {
      status: 'declared',
      source: lines.source('source_cible'),
    }),
    milestones: milestonesOf(lines),
  };
  const others = lines.rowOf('autres_resultats').list('autres_resultats');
  return [main, ...others.map((other) => ({ ...none, indicator: other, isMain: false }))];
}

function datedValue(lines: ProjectLines, valueColumn: string, dateColumn: string, known: Known): DatedValue | null {
  const value = lines.number(valueColumn);
  return value === null ? null : { value, date: dateOf(lines.rowOf(dateColumn), dateColumn), ...known };
}

function territoryOf(row: CsvRow): TreatedTerritory[] {
  const level = row.word('niveau', levelWords);
  const code = row.mandatory('code_territoire');
  const startDate = dateOf(row, 'date_debut');
  return level ? [{ level, code, startDate }] : [];
}

/** An empty cell erases nothing: what is not given keeps what was said before. "No other event" is said, though empty. */
const withoutBlanks = ({ otherEvents, ...given }: Readonly<Record<string, unknown>>) => ({
  ...Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  ),
  ...(otherEvents === undefined ? {} : { otherEvents }),
});
