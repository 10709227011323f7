import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { programmesFr } from '@sillage/indicators';
import { z } from 'zod';
import { decodeText, type Fault } from '../platform/csv-table';
import { Problem } from '../platform/problem';
import { givenProject } from './project-definition';
import { type ReadProject, readProjectsCsv } from './read-projects-csv';

const { csv: words } = programmesFr;

/** A small file that a person writes: it is read whole. Every fault met is added to `faults`. */
export async function readProjectsFile(path: string, faults: Fault[]): Promise<ReadProject[]> {
  const name = basename(path);
  const extension = extname(path).toLowerCase();
  if (extension !== '.json' && extension !== '.csv') {
    throw new Problem(422, 'projets-illisibles', words.wrongExtension(name));
  }
  const bytes = await readFile(path).catch(() => {
    throw new Problem(404, 'fichier-introuvable', words.unreadable(name));
  });
  return readProjectsText(decodeText(bytes), extension === '.json' ? 'json' : 'csv', faults);
}

export function readProjectsText(text: string, kind: 'json' | 'csv', faults: Fault[]): ReadProject[] {
  const projects = kind === 'json' ? readJson(text, faults) : readProjectsCsv(text, faults);
  if (projects.length === 0 && faults.length === 0) faults.push({ pointer: '', detail: words.empty });
  return projects;
}

const file = z.object({ projects: z.array(z.unknown()) });

function readJson(text: string, faults: Fault[]): ReadProject[] {
  const content = parse(text);
  if (!content.success) {
    faults.push({ pointer: '', detail: words.notProjects });
    return [];
  }
  return content.data.projects.flatMap((given, rank) => {
    const at = (pointer: string) => `/projects/${rank}${pointer}`;
    const result = givenProject.safeParse(given);
    if (result.success) return [{ project: result.data, locate: at }];
    for (const { path, message } of result.error.issues)
      faults.push({ pointer: at(`/${path.join('/')}`), detail: message });
    return [];
  });
}

function parse(text: string): z.ZodSafeParseResult<z.infer<typeof file>> {
  try {
    return file.safeParse(JSON.parse(text));
  } catch {
    return file.safeParse(undefined);
  }
}
