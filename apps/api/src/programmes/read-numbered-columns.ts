import {
  type OtherEvent,
  type ProjectAction,
  type ProjectFact,
  programmesFr,
  type Statement,
  type UnitCost,
} from '@sillage/indicators';
import { plainWord } from '../platform/csv-table';
import { type Numbered, unitWords } from './csv-columns';
import { dateOf, numberOf, type ProjectLines } from './project-lines';

// Columns that tell a thing several times: "action_1", "action_1_debut", "action_2"…

const { csv: words } = programmesFr;
const untranslated = (fr: string) => ({ fr, en: null });

/** Grain: one per number whose first column is filled, in the order of the numbers. */
function itemsOf(lines: ProjectLines, kind: Numbered): string[] {
  const rank = (column: string): number => Number(column.slice(kind.length + 1));
  return lines.header
    .filter((column) => new RegExp(`^${kind}_\\d+$`).test(column) && lines.text(column) !== '')
    .sort((a, b) => rank(a) - rank(b));
}

export const actionsOf = (lines: ProjectLines): ProjectAction[] =>
  itemsOf(lines, 'action').map((item) => ({
    ...untranslated(lines.text(item)),
    startDate: lines.date(`${item}_debut`),
    endDate: lines.date(`${item}_fin`),
  }));

/** "aucun" declares that nothing else happened; without a word nobody has said. */
export function otherEventsOf(lines: ProjectLines): OtherEvent[] | undefined {
  const items = itemsOf(lines, 'evenement');
  const told = items.filter((item) => plainWord(lines.text(item)) !== 'aucun');
  if (items.length === 0) return undefined;
  return told.map((item) => ({
    label: untranslated(lines.text(item)),
    date: dateOf(lines.rowOf(`${item}_date`), `${item}_date`),
  }));
}

export const unitCostsOf = (lines: ProjectLines): UnitCost[] =>
  itemsOf(lines, 'cout').map((item) => ({
    label: untranslated(lines.text(item)),
    indicator: lines.mandatory(`${item}_indicateur`),
    lowCents: mandatoryCents(lines, `${item}_bas`),
    likelyCents: mandatoryCents(lines, `${item}_probable`),
    highCents: mandatoryCents(lines, `${item}_haut`),
    source: lines.mandatorySource(`${item}_source`),
    year: Number(lines.mandatory(`${item}_annee`)),
    cashableShare: shareOf(lines, `${item}_part_recuperable`),
    payer: lines.mandatory(`${item}_payeur`),
    gainer: lines.mandatory(`${item}_beneficiaire`),
  }));

function mandatoryCents(lines: ProjectLines, column: string): number {
  lines.mandatory(column);
  return lines.cents(column) ?? 0;
}

/** "60" or "60 %" is 0.6 */
function shareOf(lines: ProjectLines, column: string): number {
  lines.mandatory(column);
  const percent = lines.number(column, words.aPercentage) ?? 0;
  if (percent < 0 || percent > 100) lines.rowOf(column).wrong(column, lines.text(column), words.aPercentage);
  return percent / 100;
}

/** Two facts of the same name are what two sources say of one. */
export function factsOf(lines: ProjectLines): ProjectFact[] {
  const facts = new Map<string, ProjectFact>();
  for (const item of itemsOf(lines, 'fait')) {
    const label = lines.text(item);
    const unit = lines.rowOf(`${item}_unite`).word(`${item}_unite`, unitWords, 'nombre') ?? 'count';
    const known = facts.get(label) ?? {
      label: untranslated(label),
      unit,
      indicator: lines.text(`${item}_indicateur`) || null,
      statements: [],
    };
    if (known.unit !== unit) lines.rowOf(`${item}_unite`).wrong(`${item}_unite`, unit, words.sameUnit(label));
    facts.set(label, { ...known, statements: [...known.statements, statementOf(lines, item)] });
  }
  return [...facts.values()];
}

/** A value, or a range: "60 à 110". */
function statementOf(lines: ProjectLines, item: string): Statement {
  const column = `${item}_valeur`;
  const row = lines.rowOf(column);
  const [low = null, high = low] = row
    .mandatory(column)
    .split(/\s+à\s+/)
    .map((text) => numberOf(row, column, text, words.aNumber));
  return {
    low: low ?? 0,
    high: high ?? 0,
    when: lines.text(`${item}_date`) || null,
    status: lines.status(`${item}_statut`),
    source: lines.mandatorySource(`${item}_source`),
    note: null,
  };
}
