import { randomUUID } from 'node:crypto';
import os from 'node:os';

/** Who holds a lease: readable in the table, never the same twice. */
export const workerName = (): string => `${os.hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`;
