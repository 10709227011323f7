import type { Finding } from '../../../tabular/finding';

export const where = ({ line, column }: Finding): string =>
  [line === null ? null : `Ligne ${line}`, column === null ? null : `colonne « ${column} »`]
    .filter(Boolean)
    .join(', ') || 'Fichier';
export const seen = (finding: Finding): string => `« ${finding.seen ?? ''} »`;
export const detail = (finding: Finding, key: string): string => String(finding.detail?.[key] ?? '');
export const kindsOfFile = 'un fichier CSV, TXT, XLSX, XLS ou ODS, ou un ZIP qui n’en contient qu’un';
