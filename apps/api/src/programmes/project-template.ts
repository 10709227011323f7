import { programmesFr } from '@sillage/indicators';
import { type Numbered, numberedFields, projectColumns, territoryColumns } from './csv-columns';

const [first, ...place] = territoryColumns;
const told = projectColumns.indexOf('objectif') + 1;
const itemColumns = (kind: Numbered, rank: number): string[] => [
  `${kind}_${rank}`,
  ...numberedFields[kind].map((field) => `${kind}_${rank}_${field}`),
];
/** Shown filled twice, explained once. */
const repeated = ['vote_2027', ...itemColumns('action', 2), ...itemColumns('fait', 2)];

const header = [
  first,
  ...projectColumns.slice(0, told),
  ...place,
  ...projectColumns.slice(told),
  'jalon_2028',
  'vote_2026',
  'engage_2026',
  'depense_2026',
  'statut_budget_2026',
  'source_budget_2026',
  'vote_2027',
  'personnes_2026',
  'presences_2026',
  'statut_participation_2026',
  'source_participation_2026',
  ...itemColumns('action', 1),
  ...itemColumns('action', 2),
  ...itemColumns('evenement', 1),
  ...itemColumns('fait', 1),
  ...itemColumns('fait', 2),
  ...itemColumns('cout', 1),
];

/** A file to fill in, as French Excel opens it: byte order mark, semicolons. */
export function projectsTemplate(): string {
  const rows = programmesFr.csv.example.map((cells) => header.map((column) => cells[column] ?? ''));
  return `\uFEFF${[header, ...rows].map((cells) => cells.join(';')).join('\r\n')}\r\n`;
}

export const templateColumns = (words: Readonly<Record<string, string>>) =>
  header
    .filter((column) => !repeated.includes(column))
    .map((name) => ({
      name,
      isMandatory: (territoryColumns as readonly string[]).includes(name),
      description: words[name] ?? '',
    }));
