// One and five million tidy rows: how their check and publication compare with raw COPY.
import { withImports } from './import-rounds.mjs';

const sizes = [
  { name: '1M', rows: 1_000_000, rounds: 5 },
  { name: '5M', rows: 5_000_000, rounds: 3 },
];

export const benchImport = (databaseUrl, log) =>
  withImports(databaseUrl, 'bench-import', async (timeRounds) => {
    const results = {};
    for (const { name, rows, rounds } of sizes) {
      const taken = await timeRounds(rows, rounds, ({ ours, raw }) =>
        log(`${name}: ${Math.round(ours)} ms, raw ${Math.round(raw)} ms, ratio ${(raw / ours).toFixed(2)}`),
      );
      const median = (pick) => taken.map(pick).sort((a, b) => a - b)[Math.floor(rounds / 2)];
      results[name] = {
        rows,
        ratio: Number(median(({ ours, raw }) => raw / ours).toFixed(2)),
        rowsPerSecond: Math.round(rows / (median(({ ours }) => ours) / 1000)),
        rawRowsPerSecond: Math.round(rows / (median(({ raw }) => raw) / 1000)),
      };
    }
    return { ratio: Math.min(...Object.values(results).map(({ ratio }) => ratio)), ...results };
  });
