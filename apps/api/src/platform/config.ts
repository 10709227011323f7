import path from 'node:path';
import { z } from 'zod';

const environment = z.object({
  DATABASE_URL: z
    .string({ error: 'DATABASE_URL is missing (the sillage command sets it when it starts its own PostgreSQL)' })
    .regex(/^postgres(ql)?:\/\//, 'DATABASE_URL must start with postgres://'),
  SILLAGE_HOME: z.string().optional(),
  PORT: z.coerce.number({ error: 'PORT must be a number' }).int().min(0).max(65535).optional(),
  HOST: z.string().optional(),
});

/** Everything that the environment decides, read once and frozen. */
export abstract class Config {
  abstract readonly databaseUrl: string;
  /** Folder of imported files (and of the embedded database). */
  abstract readonly home: string;
  abstract readonly port: number;
  /** Without accounts, only this machine may connect unless HOST says otherwise. */
  abstract readonly host: string;
}

/** Lists every fault at once. */
export function readEnv(variables: NodeJS.ProcessEnv): Config {
  const result = environment.safeParse(variables);
  if (!result.success) {
    throw new Error(
      [
        'Invalid environment:',
        ...result.error.issues.map((issue) => `- ${issue.path.join('.')}: ${issue.message}`),
      ].join('\n'),
    );
  }
  const { DATABASE_URL, SILLAGE_HOME, PORT, HOST } = result.data;
  return Object.freeze({
    databaseUrl: DATABASE_URL,
    home: path.resolve(SILLAGE_HOME ?? '.sillage'),
    port: PORT ?? 3000,
    host: HOST ?? '127.0.0.1',
  });
}
