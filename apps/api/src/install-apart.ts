import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { consoleFr } from '@sillage/indicators';
import { InstallationFault } from './platform/installation-fault';

/**
 * Installs from a process of its own: loading a whole country takes memory that a long-lived server would never give back.
 * false when the server was told to stop meanwhile.
 */
export async function installApart(stopped: Promise<void>): Promise<boolean> {
  // beside this file, compiled or not as it is
  const entry = path.join(__dirname, `install-process${path.extname(__filename)}`);
  const child = fork(entry, { stdio: 'inherit' });
  const stop = (): boolean => child.kill('SIGTERM');
  process.once('exit', stop);
  void stopped.then(stop);
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  process.off('exit', stop);
  if (signal !== null) return false;
  if (code !== 0) throw new InstallationFault(consoleFr.installationFailed);
  return true;
}
