import 'reflect-metadata';
import { startServer } from './main';

/** Runs one `sillage` command; the result is the exit code. */
export async function runCommand(args: readonly string[]): Promise<number> {
  const [name] = args;
  if (name === 'start') return startServer();
  console.error(`Commande inconnue : ${name ?? ''}`);
  return 2;
}
