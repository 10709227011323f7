import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

export interface CommandResult {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

export interface RunningCommand {
  readonly child: ChildProcess;
  /** Resolves once the output matches. */
  seen(pattern: RegExp): Promise<string>;
  readonly ended: Promise<CommandResult>;
}

/** Starts `sillage …` from the sources, as the launcher does once it has a database. */
export function startCommand(args: readonly string[], environment: Record<string, string>): RunningCommand {
  const program = `require('./apps/api/src/cli').runCommand(${JSON.stringify(args)}).then((code) => process.exit(code))`;
  const child = spawn(process.execPath, ['-r', './test/support/run-typescript.cjs', '-e', program], {
    cwd: root,
    env: { PATH: process.env['PATH'], TZ: 'UTC', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  const listeners = new Set<() => void>();
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    for (const listener of listeners) listener();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const ended = new Promise<CommandResult>((resolve) => {
    child.once('close', (code) => resolve({ code, output, errors }));
  });
  const seen = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        if (pattern.test(output)) resolve(output);
      };
      listeners.add(look);
      look();
      ended.then(() => reject(new Error(`ended before ${pattern}:\n${output}\n${errors}`)));
    });
  return { child, seen, ended };
}

export const runCommand = (args: readonly string[], environment: Record<string, string> = {}): Promise<CommandResult> =>
  startCommand(args, environment).ended;
