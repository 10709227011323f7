import type { INestApplicationContext } from '@nestjs/common';
import { arrivalsFr } from '@sillage/indicators';
import { Problem } from '../../platform/problem';
import { commandOptions, hintsOfOptions, misused } from '../command-options';
import { pullMessage } from './compose-pull';
import type { Pull } from './pulls.queries';
import { PullsService } from './pulls.service';

const { commands } = arrivalsFr;

/** `sillage pull …`: the files fetched at their hours; the result is the exit code. `finishRuns` carries out what was queued. */
export async function pullCommand(
  app: INestApplicationContext,
  args: readonly string[],
  finishRuns: () => Promise<unknown>,
): Promise<number> {
  const said = commandOptions(args, ['source', 'schedule', 'url', 'hints', 'schema', 'read-as']);
  const [action = 'list', what = ''] = said?.positionals ?? [];
  if (!said || !['list', 'add', 'change', 'run', 'remove'].includes(action)) return misused(commands.usage);
  const pulls = app.get(PullsService);
  if (action === 'list') {
    const known = await pulls.list();
    for (const pull of known) console.log(lineOf(pull));
    if (known.length === 0) console.log(commands.none);
    return 0;
  }
  const hints = await hintsOfOptions(said.values);
  if (hints instanceof Problem) return misused(hints);
  const { source, schedule, url, 'read-as': model } = said.values;
  const request = {
    source,
    schedule,
    url,
    ...(hints ? { hints } : {}),
    ...(model === undefined ? {} : modelOf(model)),
  };
  if (action === 'add') {
    if (what === '' || source === undefined || schedule === undefined) return misused(commands.usage);
    console.log(lineOf(await pulls.create({ ...request, url: what, source, schedule })));
    return 0;
  }
  const id = Number(what);
  if (!Number.isSafeInteger(id) || id < 1) return misused(commands.usage);
  if (action === 'change') console.log(lineOf(await pulls.change(id, request)));
  else if (action === 'remove') await pulls.remove(id);
  else {
    await pulls.queue(id);
    await finishRuns();
    const pull = await pulls.pull(id);
    console.log(lineOf(pull));
    return ['not-fetched', 'refused'].includes(pull.lastResult?.code ?? '') ? 1 : 0;
  }
  return 0;
}

/** `--read-as source`: as the last published files of the source. */
const modelOf = (text: string): { readAs: number | null } => ({ readAs: text === 'source' ? null : Number(text) });

const lineOf = ({ id, source, url, schedule, readAs, lastResult }: Pull): string =>
  [
    commands.line(String(id), source, schedule, url),
    ...(readAs === null ? [] : [commands.readAs(String(readAs))]),
    ...(lastResult ? [pullMessage(lastResult, 'fr')] : []),
  ].join(' · ');
