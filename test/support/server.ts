import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const readyTimeoutMs = 90_000;

export interface RunningServer {
  readonly url: string;
  readonly pid: number;
  readonly home: string;
  /** What the server printed so far. */
  output(): string;
  /** Ends with SIGINT, as Ctrl-C does; gives the exit code. */
  stop(): Promise<number | null>;
  kill(): Promise<void>;
}

/** The built product, started as a person starts it, on a database of the test's own. Needs `npm run build` before. */
export async function startServer(databaseUrl: string, home = aHome()): Promise<RunningServer> {
  const child = spawn(process.execPath, ['apps/api/launch/sillage.mjs', 'start'], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: databaseUrl, SILLAGE_HOME: home, PORT: '0', HOST: '', NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const url = await readyUrl(child, () => output);
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    const code = await exited;
    rmSync(home, { recursive: true, force: true });
    return code;
  };
  return {
    url,
    pid: child.pid ?? 0,
    home,
    output: () => output,
    stop: () => end('SIGINT'),
    kill: async () => {
      await end('SIGKILL');
    },
  };
}

/** A folder for SILLAGE_HOME that any account may enter. */
export function aHome(): string {
  const home = mkdtempSync(path.join(os.tmpdir(), 'sillage-home-'));
  chmodSync(home, 0o755);
  return home;
}

async function readyUrl(child: ChildProcess, output: () => string): Promise<string> {
  const deadline = Date.now() + readyTimeoutMs;
  while (Date.now() < deadline) {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output())?.[0];
    if (url && (await isUp(url))) return url;
    if (child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill('SIGKILL');
  throw new Error(`The server did not become ready:\n${output().slice(-2000)}`);
}

async function isUp(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/api/v1/health`)).ok;
  } catch {
    return false;
  }
}
