import { createServer } from 'node:net';
import { consoleFr } from '@sillage/indicators';
import { InstallationFault } from './installation-fault';

/** Refuses a port that is taken before anything long begins. */
export async function checkPort(port: number, host: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port, host)));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === 'EADDRINUSE') return new InstallationFault(consoleFr.portInUse(port));
  if (error.code === 'EACCES') return new InstallationFault(consoleFr.portRefused(port));
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new InstallationFault(consoleFr.hostUnknown(host));
  }
  return error;
}
