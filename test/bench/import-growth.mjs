// How the time to check and publish grows with the rows, from 250,000 to two million, and that of raw COPY beside it: the
// exponent is the slope of log(time) on log(rows). Printed, never asserted.
import { withImports } from './import-rounds.mjs';

const sizes = [250_000, 500_000, 1_000_000, 2_000_000];
const rounds = 3;

export const benchGrowth = (databaseUrl, log) =>
  withImports(databaseUrl, 'bench-growth', async (timeRounds) => {
    const points = [];
    for (const rows of sizes) {
      const taken = await timeRounds(rows, rounds);
      // the quickest of three: what the work takes when nothing disturbs it
      const [ours, raw] = ['ours', 'raw'].map((who) => Math.min(...taken.map((times) => times[who])));
      points.push({ rows, ours, raw });
      log(`${rows} rows: ${Math.round(ours)} ms, raw ${Math.round(raw)} ms, ratio ${(raw / ours).toFixed(2)}`);
    }
    return { exponent: slope(points, 'ours'), rawExponent: slope(points, 'raw'), points };
  });

function slope(points, who) {
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const x = points.map(({ rows }) => Math.log(rows));
  const y = points.map((point) => Math.log(point[who]));
  const [meanX, meanY] = [mean(x), mean(y)];
  const covariance = mean(x.map((value, rank) => (value - meanX) * (y[rank] - meanY)));
  return Number((covariance / mean(x.map((value) => (value - meanX) ** 2))).toFixed(3));
}
