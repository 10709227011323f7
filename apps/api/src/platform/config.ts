import path from 'node:path';
import { consoleFr } from '@sillage/indicators';
import { z } from 'zod';
import { type AllowedHost, parseAllowedHosts } from './allowed-hosts';
import { InstallationFault } from './installation-fault';

const wrongPort = { error: consoleFr.environment.wrongPort };
const wrongLimit = { error: consoleFr.environment.wrongUploadLimit };

const environment = z.object({
  DATABASE_URL: z
    .string({ error: consoleFr.environment.databaseUrlMissing })
    .regex(/^postgres(ql)?:\/\//, consoleFr.environment.databaseUrlWrong),
  SILLAGE_HOME: z.string().optional(),
  PORT: z.coerce.number(wrongPort).int(wrongPort).min(0, wrongPort).max(65535, wrongPort).optional(),
  HOST: z.string().optional(),
  SILLAGE_LOG: z.enum(['all', 'errors'], { error: consoleFr.environment.wrongLog }).optional(),
  SILLAGE_UPLOAD_LIMIT_MB: z.coerce.number(wrongLimit).positive(wrongLimit).optional(),
  SILLAGE_WATCH: z.string().refine(path.isAbsolute, consoleFr.environment.wrongWatch).optional(),
  SILLAGE_PULL_HOSTS: z
    .string()
    .transform((text) => parseAllowedHosts(text))
    .refine((hosts) => hosts !== null, consoleFr.environment.wrongPullHosts)
    .optional(),
});

/** Everything that the environment decides, read once and frozen. */
export abstract class Config {
  abstract readonly databaseUrl: string;
  /** Folder of imported files (and of the embedded database). */
  abstract readonly home: string;
  abstract readonly port: number;
  /** Without accounts, only this machine may connect unless HOST says otherwise. */
  abstract readonly host: string;
  /** Whether an administrator named the address to listen on. */
  abstract readonly isHostChosen: boolean;
  abstract readonly uploadLimitBytes: number;
  /** A folder whose files are imported as they come; null when there is none. */
  abstract readonly watchedFolder: string | null;
  /** The only hosts that files are fetched from; empty when none are. */
  abstract readonly pullHosts: readonly AllowedHost[];
  /** Everything, or only what went wrong. */
  abstract readonly log: 'all' | 'errors';
}

const defaultUploadLimitMb = 5_120;

/** Lists every fault at once. */
export function readEnv(variables: NodeJS.ProcessEnv): Config {
  // PORT= in a shell says nothing
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const result = environment.safeParse(given);
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `- ${issue.message}`);
    throw new InstallationFault([consoleFr.environment.title, ...faults].join('\n'));
  }
  const { DATABASE_URL, SILLAGE_HOME, PORT, HOST, SILLAGE_LOG, SILLAGE_UPLOAD_LIMIT_MB } = result.data;
  const { SILLAGE_WATCH, SILLAGE_PULL_HOSTS } = result.data;
  return Object.freeze({
    databaseUrl: DATABASE_URL,
    home: path.resolve(SILLAGE_HOME ?? '.sillage'),
    port: PORT ?? 3000,
    host: HOST ?? '127.0.0.1',
    isHostChosen: HOST !== undefined,
    log: SILLAGE_LOG ?? 'all',
    uploadLimitBytes: (SILLAGE_UPLOAD_LIMIT_MB ?? defaultUploadLimitMb) * 1024 * 1024,
    watchedFolder: SILLAGE_WATCH === undefined ? null : path.resolve(SILLAGE_WATCH),
    pullHosts: SILLAGE_PULL_HOSTS ?? [],
  });
}
