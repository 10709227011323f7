import { programmesFr } from '@sillage/indicators';
import { projectColumns, territoryColumns } from './csv-columns';

const [first, ...place] = territoryColumns;
const told = projectColumns.indexOf('objectif') + 1;

const header = [
  first,
  ...projectColumns.slice(0, told),
  ...place,
  ...projectColumns.slice(told),
  'vote_2026',
  'engage_2026',
  'depense_2026',
  'vote_2027',
];

/** A file to fill in, as French Excel opens it: byte order mark, semicolons. */
export function projectsTemplate(): string {
  const rows = [header, ...programmesFr.csv.example.map((cells) => header.map((_, rank) => cells[rank] ?? ''))];
  return `\uFEFF${rows.map((cells) => cells.join(';')).join('\r\n')}\r\n`;
}

export const templateColumns = (words: Readonly<Record<string, string>>) =>
  header
    .filter((column) => column !== 'vote_2027')
    .map((name) => ({
      name,
      isMandatory: (territoryColumns as readonly string[]).includes(name),
      description: words[name] ?? '',
    }));
