import { arrivalsFr, describeFinding, formatNumber } from '@sillage/indicators';
import type { Arrival } from './arrivals.service';

/** What became of a file, in one sentence or two. */
export function arrivalMessage({ outcome, reason, batch }: Arrival): string {
  const { outcomes, reasons } = arrivalsFr;
  const said = outcomes[outcome](String(batch.id));
  return reason ? `${said} ${reasons[reason]}` : said;
}

/** The report beside a file, as a person opens it in any editor. */
export function arrivalReport(arrival: Arrival, fileName: string): string[] {
  const { report } = arrivalsFr;
  const { source, readCount, keptCount, ignoredCount, rejectedCount, summary } = arrival.batch;
  const number = (value: number | null) => formatNumber(value ?? 0, 0, 'fr');
  const findings = (summary ?? []).map(({ count, ...finding }) => {
    const { title, message } = describeFinding(finding, 'fr');
    return report.finding(title, number(count), message);
  });
  return [
    report.file(fileName),
    ...(source === null ? [] : [report.source(source)]),
    arrivalMessage(arrival),
    '',
    report.counts(number(readCount), number(keptCount), number(ignoredCount), number(rejectedCount)),
    ...(findings.length > 0 ? findings : [report.noFindings]),
    ...(summary?.some(({ code }) => code === 'DONNEES_NOMINATIVES') ? ['', report.nominative] : []),
  ];
}
