import { consoleFr, problemsFr } from '@sillage/indicators';
import { isDatabaseAway } from './platform/database-away';
import { InstallationFault } from './platform/installation-fault';
import { Problem } from './platform/problem';

/** An error as a person at a terminal reads it; a stack only for what nobody foresaw. */
export function explainFailure(error: unknown): string {
  if (error instanceof Problem) {
    const faults = (error.errors ?? []).map(({ pointer, detail }) => `- ${pointer} ${detail}`);
    return [error.title, error.detail, ...faults].filter(Boolean).join('\n');
  }
  if (error instanceof InstallationFault) return error.message;
  if (isDatabaseAway(error)) return `${problemsFr.databaseAway.title} ${problemsFr.databaseAway.detail}`;
  return consoleFr.unexpected(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
