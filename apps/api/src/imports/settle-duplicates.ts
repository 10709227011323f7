import { createReadStream } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import readline from 'node:readline';
import { aFinding, type Finding, type RowLedger } from '@sillage/indicators';
import type { FindingLog } from './finding-log';

const flushAt = 1 << 20;

const keyOf = (territoryId: unknown, indicatorId: unknown, period: unknown): string =>
  `${territoryId}/${indicatorId}/${period}`;

/**
 * Second look at the observations written, for the rare cells given twice: finds the line that a conflict contradicts, and
 * drops the old series' value where a series break gives both.
 */
export async function settleDuplicates(spool: string, ledger: RowLedger, log: FindingLog): Promise<void> {
  const replaced = new Map(
    ledger.replacements.map(({ territoryId, indicatorId, period, line }) => [
      keyOf(territoryId, indicatorId, period),
      line,
    ]),
  );
  const conflictKey = ({ detail }: Finding): string => keyOf(detail?.territoryId, detail?.indicatorId, detail?.period);
  const wanted = new Set(log.conflicts.map(conflictKey));
  if (replaced.size === 0 && wanted.size === 0) return;
  const firstLines = new Map<string, number>();
  const kept = replaced.size > 0 ? await open(`${spool}.kept`, 'w') : undefined;
  let pending = '';
  try {
    const { layout } = ledger.reader;
    for await (const row of readline.createInterface({ input: createReadStream(spool) })) {
      const [value, , , territoryId, period, , line, indicatorId] = row.split('\t');
      const key = keyOf(territoryId, indicatorId, period);
      if (wanted.has(key) && !firstLines.has(key)) firstLines.set(key, Number(line));
      const by = replaced.get(key);
      if (by !== undefined && by !== Number(line)) {
        const number = value === '\\N' ? null : Number(value);
        ledger.withdraw(Number(indicatorId), Number(period), number);
        const header = layout.headers[layout.values[0]?.index ?? -1] ?? null;
        log.report(aFinding('DOUBLON_RUPTURE', Number(line), header, number === null ? '' : String(number)));
      } else if (kept) {
        pending += `${row}\n`;
        if (pending.length > flushAt) {
          await kept.write(pending);
          pending = '';
        }
      }
    }
    if (kept) await kept.write(pending);
  } finally {
    await kept?.close();
  }
  if (kept) await rename(`${spool}.kept`, spool);
  log.settleConflicts((finding) => firstLines.get(conflictKey(finding)));
}
