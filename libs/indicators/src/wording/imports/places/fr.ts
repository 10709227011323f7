import type { Finding } from '../../../tabular/finding';

/** "Ligne 12 de la feuille « Données »". */
export const lineOf = ({ line, sheet }: Finding): string =>
  `Ligne ${line ?? 1}${sheet === undefined ? '' : ` de la feuille « ${sheet} »`}`;
export const where = (finding: Finding): string =>
  [finding.line === null ? null : lineOf(finding), finding.column === null ? null : `colonne « ${finding.column} »`]
    .filter(Boolean)
    .join(', ') || 'Fichier';
export const seen = (finding: Finding): string => `« ${finding.seen ?? ''} »`;
export const detail = (finding: Finding, key: string): string => String(finding.detail?.[key] ?? '');
export const kindsOfFile = 'un fichier CSV, TXT, XLSX, XLS ou ODS, ou un ZIP qui n’en contient qu’un';
