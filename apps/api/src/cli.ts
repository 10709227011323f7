import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { consoleFr } from '@sillage/indicators';
import { catalogueCommand } from './catalogue/catalogue.commands';
import { estimateCommand } from './effects/estimate.commands';
import { explainFailure } from './explain-failure';
import { firstStart } from './first-start';
import { pullCommand } from './imports/arrivals/pulls.commands';
import { checkAloneCommand, checkCommand, importCommand } from './imports/imports.commands';
import { finishQueuedRuns, rebuildCommand } from './jobs/jobs.commands';
import { referentialCommand } from './load-referential';
import { createContext, startServer } from './main';
import { projectsCommand } from './programmes/programmes.commands';
import { territoriesCommand } from './territories/territories.commands';

type Command = (app: INestApplicationContext, args: readonly string[]) => Promise<number>;

const commands: Readonly<Record<string, Command>> = {
  check: checkCommand,
  // a publication asks for a rebuild: the command ends when readers see the new figures
  import: async (app, args) => {
    let rebuilt = 0;
    const imported = await importCommand(app, args, async () => {
      rebuilt = await finishQueuedRuns(app);
    });
    return imported || rebuilt;
  },
  pull: (app, args) => pullCommand(app, args, () => finishQueuedRuns(app)),
  rebuild: rebuildCommand,
  catalogue: catalogueCommand,
  referential: referentialCommand,
  projects: projectsCommand,
  territories: territoriesCommand,
};

/** Runs one `sillage` command; the result is the exit code: 0 done, 1 refused or failed, 2 not understood. */
export async function runCommand(args: readonly string[]): Promise<number> {
  const [name = 'help', ...rest] = args;
  try {
    if (['help', '--help', '-h'].includes(name)) {
      console.log(consoleFr.usage);
      return 0;
    }
    if (name === 'start') return await startServer();
    // both read files and nothing else: no database
    if (name === 'estimate') return await estimateCommand(rest);
    if (name === 'check' && rest.includes('--referential')) return await checkAloneCommand(rest);
    if (name === 'install') return await install();
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (command) return await withContext((app) => command(app, rest));
    console.error(`${consoleFr.unknownCommand(name)}\n\n${consoleFr.usage}`);
    return 2;
  } catch (error) {
    console.error(explainFailure(error));
    return 1;
  }
}

/** What a server does of itself on an empty database: territories, catalogue, demonstration, first figures. */
async function install(): Promise<number> {
  const app = await createContext();
  try {
    await firstStart(app, { withFigures: true, say: console.log });
    return 0;
  } finally {
    await app.close();
  }
}

/** No server and no worker: a command works whether the server is running or not. */
async function withContext(work: (app: INestApplicationContext) => Promise<number>): Promise<number> {
  const app = await createContext();
  try {
    // progress goes to the error stream: the output belongs to the command
    await firstStart(app, { withFigures: false, say: console.error });
    return await work(app);
  } finally {
    await app.close();
  }
}
