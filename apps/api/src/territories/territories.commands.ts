import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import { isTerritoryLevel, territoriesFr } from '@sillage/indicators';
import type { ContoursReport } from './contour-loading';
import { TerritoriesService } from './territories.service';

const { cli } = territoriesFr;

/** A command that was not understood: its message and the usage are printed, the exit code is 2. */
class UsageError extends Error {}

/** `sillage territories …`; the result is the exit code. */
export async function territoriesCommand(app: INestApplicationContext, args: readonly string[]): Promise<number> {
  const territories = app.get(TerritoriesService);
  try {
    for (const line of await run(territories, args)) console.log(line);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\n\n${cli.usage}`.trimStart());
    return 2;
  }
}

async function run(territories: TerritoriesService, [action, what, ...rest]: readonly string[]): Promise<string[]> {
  if (action === 'home') {
    if (!what) throw new UsageError('');
    return [cli.home((await territories.chooseHome(what)).name)];
  }
  if (action !== 'load') throw new UsageError(action ? cli.unknownAction(action) : '');
  switch (what) {
    case 'reference': {
      const report = await territories.loadReference();
      return [cli.reference(report.vintage, report)];
    }
    case 'insee':
      return loadInsee(territories, rest);
    case 'contours':
      return loadContours(territories, rest);
    case 'zones': {
      const { positionals } = options(rest);
      const report = await territories.loadZones(required(positionals[0]));
      return [cli.zones(report), ...(report.changes > 0 ? [cli.rebuildQueued] : [])];
    }
    default:
      throw new UsageError(what ? cli.unknownAction(`load ${what}`) : '');
  }
}

async function loadInsee(territories: TerritoriesService, args: readonly string[]): Promise<string[]> {
  const { values } = options(args);
  const { communes, movements, cantons, populations } = values;
  if (!communes) throw new UsageError(cli.missingOption('communes'));
  if (!movements) throw new UsageError(cli.missingOption('movements'));
  const report = await territories.loadInseeFiles({ communes, movements, cantons, populations });
  const hasChanged = report.perimeters + report.changes + report.cantons + report.populations > 0;
  return [cli.history(report), ...(hasChanged ? [cli.rebuildQueued] : [])];
}

async function loadContours(territories: TerritoriesService, args: readonly string[]): Promise<string[]> {
  const { values, positionals } = options(args);
  const file = required(positionals[0]);
  const { level } = values;
  if (!level || !isTerritoryLevel(level)) throw new UsageError(cli.missingOption('level'));
  const report = await territories.loadContours(file, level, { codeProperty: values['code-property'] });
  return contourLines(report);
}

const contourLines = (report: ContoursReport): string[] => [
  cli.contours(report),
  ...(report.unmatched.length > 0 ? [cli.unmatched(report.unmatched)] : []),
  ...(report.uncovered.length > 0 ? [cli.uncovered(report.uncovered)] : []),
];

function options(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        communes: { type: 'string' },
        movements: { type: 'string' },
        cantons: { type: 'string' },
        populations: { type: 'string', multiple: true },
        level: { type: 'string' },
        'code-property': { type: 'string' },
      },
    });
  } catch {
    const seen = args.find((arg) => arg.startsWith('--')) ?? args.join(' ');
    throw new UsageError(cli.unknownAction(seen));
  }
}

function required(file: string | undefined): string {
  if (!file) throw new UsageError(cli.missingFile);
  return file;
}
