import {
  type DatedValue,
  type Participation,
  periodOfText,
  programmesFr,
  type YearlyBudget,
} from '@sillage/indicators';
import { periodColumn } from './csv-columns';
import { isDay, type ProjectLines } from './project-lines';

// Columns whose title ends with a period: "vote_2026", "personnes_2026-T2", "jalon_2027".

const { csv: words } = programmesFr;

/** Grain: one per period that has a column of one of these kinds, in the order of the periods. */
function periodsOf(lines: ProjectLines, kinds: readonly string[]): string[] {
  const periods = lines.header.flatMap((column) => {
    const [, kind, period] = periodColumn.exec(column) ?? [];
    return kind !== undefined && period !== undefined && kinds.includes(kind) && lines.text(column) !== ''
      ? [period]
      : [];
  });
  return [...new Set(periods)].sort();
}

export function budgetOf(lines: ProjectLines): YearlyBudget[] {
  return periodsOf(lines, ['vote', 'engage', 'depense', 'statut_budget', 'source_budget']).map((year) => ({
    year: Number(year),
    votedCents: lines.cents(`vote_${year}`),
    committedCents: lines.cents(`engage_${year}`),
    spentCents: lines.cents(`depense_${year}`),
    status: lines.status(`statut_budget_${year}`),
    source: lines.source(`source_budget_${year}`),
  }));
}

export function participationOf(lines: ProjectLines): Participation[] {
  return periodsOf(lines, ['personnes', 'presences']).map((given) => {
    const period = given.toUpperCase();
    const column = lines.header.find((title) => title.endsWith(`_${given}`)) ?? '';
    if (!periodOfText(period)) lines.rowOf(column).wrong(column, period, words.aPeriod);
    return {
      period,
      distinctPeople: lines.number(`personnes_${given}`),
      attendances: lines.number(`presences_${given}`),
      status: lines.status(`statut_participation_${given}`),
      source: lines.mandatorySource(`source_participation_${given}`),
    };
  });
}

/** Of the main outcome: `jalon_2027` is its value at the end of 2027. */
export function milestonesOf(lines: ProjectLines): DatedValue[] {
  return periodsOf(lines, ['jalon']).flatMap((when) => {
    const column = `jalon_${when}`;
    const value = lines.number(column);
    const date = when.length === 4 ? `${when}-12-31` : when;
    if (!isDay(date)) lines.rowOf(column).wrong(column, when, words.aDate);
    return value === null ? [] : [{ value, date, status: 'declared', source: lines.source('source_jalons') }];
  });
}
