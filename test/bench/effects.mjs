// npm run bench:effects [-- --json]: estimates beside what statisticians use, in one run: CPU time, median of five, after the
// answers were compared. The references come from Debian (r-cran-quadprog, r-cran-plm, python3-scipy); absent ones are named.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

const require = createRequire(import.meta.url);
const library = require(path.resolve(import.meta.dirname, '../../dist/libs/indicators/src/index.js'));
const asJson = process.argv.includes('--json');
const say = (line) => console.error(line);
const folder = mkdtempSync(path.join(os.tmpdir(), 'sillage-bench-effects-'));

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Seconds of processor per call, all threads counted: five rounds of `repeats` calls, after one that warms. */
function cpuSeconds(work, repeats = 1) {
  work();
  const rounds = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    for (let index = 0; index < repeats; index += 1) work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6 / repeats;
  });
  return median(rounds);
}

/** The answer of a reference program, or undefined where it or its package is not installed. */
function reference(command, script, args, missing) {
  const file = path.resolve(import.meta.dirname, 'effects', script);
  const { status, stdout, stderr } = spawnSync(command, [file, ...args.map(String)], { encoding: 'utf8' });
  if (status === 0) return JSON.parse(stdout);
  if (status === null || /there is no package|No module named/.test(stderr)) {
    say(`${script}: absent (apt-get install ${missing})`);
    return undefined;
  }
  throw new Error(`${script}: ${stderr}`);
}

const quadprog = (...args) => reference('Rscript', 'quadprog.R', args, 'r-base-core r-cran-quadprog');
const plm = (...args) => reference('Rscript', 'plm.R', args, 'r-base-core r-cran-plm');
// Debian's own interpreter: another one on the path does not see its packages
const nnls = (...args) => reference('/usr/bin/python3', 'nnls.py', args, 'python3-scipy');

/** Deterministic and portable: Lehmer's generator, then Box and Muller. */
function normals(seed) {
  let state = seed;
  const uniform = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** Units with levels, three common factors and noise: row-major, the first one is the treated one. */
function factorTable(units, periods, seed) {
  const normal = normals(seed);
  const factors = Array.from({ length: 3 }, () => Array.from({ length: periods }, (_, time) => normal() + time / 5));
  const table = new Float64Array(units * periods);
  for (let unit = 0; unit < units; unit += 1) {
    const level = 50 + 8 * normal();
    const loadings = factors.map(() => 1 + 0.5 * normal());
    for (let time = 0; time < periods; time += 1) {
      const common = factors.reduce((sum, factor, index) => sum + loadings[index] * factor[time], 0);
      table[unit * periods + time] = level + common + 0.6 * normal();
    }
  }
  return table;
}

function weightProblem(name, count, periods, seed) {
  const table = factorTable(count + 1, periods, seed);
  const target = table.slice(0, periods);
  const donors = table.slice(periods);
  const rows = Array.from({ length: count }, (_, row) => donors.slice(row * periods, (row + 1) * periods).join(','));
  const files = [path.join(folder, `${name}-donors.csv`), path.join(folder, `${name}-target.csv`)];
  writeFileSync(files[0], `${rows.join('\n')}\n`);
  writeFileSync(files[1], `${target.join('\n')}\n`);
  return { donors, target, files };
}

function sameObjective(mine, theirs, tolerance) {
  // a reference that stops short of the optimum may be above, never below
  if (mine > theirs + tolerance * Math.max(1, Math.abs(theirs)))
    throw new Error(`Objectives differ: ${mine}, ${theirs}`);
}

function benchWeights(name, count, periods, { repeats, quadprogRepeats }) {
  const { donors, target, files } = weightProblem(name, count, periods, 20260000 + count);
  const seconds = cpuSeconds(() => library.simplexLeastSquares({ donors, target }), repeats);
  const { objective } = library.simplexLeastSquares({ donors, target });
  const result = { milliseconds: ms(seconds) };
  const r = quadprog(...files, quadprogRepeats);
  if (r) {
    sameObjective(objective, r.objective, 1e-4);
    Object.assign(result, { quadprogMilliseconds: ms(r.seconds), timesFasterThanQuadprog: round(r.seconds / seconds) });
  }
  const scipy = nnls(...files, Math.max(1, Math.round(repeats / 10)));
  if (scipy) {
    sameObjective(objective, scipy.objective, 1e-3);
    Object.assign(result, { scipyMilliseconds: ms(scipy.seconds), shareOfScipy: round(seconds / scipy.seconds) });
  }
  return result;
}

function benchTwoWay(units, periods) {
  const outcome = factorTable(units, periods, 7);
  const treated = new Float64Array(outcome.length);
  for (let unit = 0; unit < units; unit += 7) treated.fill(1, unit * periods + 9, (unit + 1) * periods);
  const file = path.join(folder, 'two-way.bin');
  writeFileSync(file, Buffer.concat([Buffer.from(outcome.buffer), Buffer.from(treated.buffer)]));
  const estimate = () =>
    library.twoWayFixedEffects({ unitCount: units, periodCount: periods, outcome, regressors: [treated] });
  const seconds = cpuSeconds(estimate, 3);
  const found = estimate();
  const result = { milliseconds: ms(seconds), estimate: found.coefficients[0], standardError: found.standardErrors[0] };
  const r = plm(file, periods);
  if (!r) return result;
  if (!near(found.coefficients[0], r.estimate, 1e-6) || !near(found.standardErrors[0], r.standardError, 1e-3))
    throw new Error(`Fits differ: ${JSON.stringify([result, r])}`);
  return { ...result, plmMilliseconds: ms(r.seconds), timesFasterThanPlm: round(r.seconds / seconds) };
}

/** One treated unit, `donors` others, 10 years before and 5 after. */
function aPanel(donors) {
  const periods = 15;
  const outcomes = factorTable(donors + 1, periods, 11);
  for (let time = 10; time < periods; time += 1) outcomes[time] -= 3;
  return {
    units: Array.from({ length: donors + 1 }, (_, unit) => `U${String(unit).padStart(5, '0')}`),
    periods: Array.from({ length: periods }, (_, time) => 2009 + time),
    outcomes,
    treatedFrom: Array.from({ length: donors + 1 }, (_, unit) => (unit === 0 ? 10 : null)),
  };
}

function benchMethod(method) {
  const panel = aPanel(1000);
  const result = method(panel);
  const seconds = cpuSeconds(() => method(panel));
  const { status, estimate, p, donorCount, code } = result.result ?? result;
  return { seconds: round(seconds), status, estimate, p, donorCount, code };
}

const ms = (seconds) => Number((seconds * 1000).toPrecision(4));
const round = (value) => Number(value.toPrecision(4));
const near = (a, b, tolerance) => Math.abs(a - b) <= tolerance * Math.max(1e-12, Math.abs(b));

/** Each line: what is measured, and what it must reach; a bound without its reference is not judged. */
const benches = [
  [
    'weights-38-donors',
    () => benchWeights('small', 38, 19, { repeats: 2000, quadprogRepeats: 500 }),
    { timesFasterThanQuadprog: 3 },
    {},
  ],
  [
    'weights-1000-donors',
    () => benchWeights('large', 1000, 10, { repeats: 200, quadprogRepeats: 1 }),
    { timesFasterThanQuadprog: 500 },
    { shareOfScipy: 2 },
  ],
  ['two-way-35000-units', () => benchTwoWay(35_000, 15), { timesFasterThanPlm: 100 }, {}],
  [
    'synthetic-control-all-placebos',
    () => benchMethod((panel) => library.estimateEffect(panel, 'synthetic-control', { seed: 1 })),
    {},
    { seconds: 2 },
  ],
  [
    'sdid-all-placebos',
    () => benchMethod((panel) => library.estimateEffect(panel, 'sdid', { seed: 1 })),
    {},
    { seconds: 4 },
  ],
  [
    'project-sheet',
    () => benchMethod((panel) => library.evaluateEffect(panel, { polarity: 'lower-is-better', seed: 1 })),
    {},
    { seconds: 5 },
  ],
];

const results = {};
let isHeld = true;
try {
  for (const [name, bench, atLeast, atMost] of benches) {
    const result = bench();
    const missed = [
      ...Object.entries(atLeast).filter(([key, bound]) => result[key] < bound),
      ...Object.entries(atMost).filter(([key, bound]) => result[key] > bound),
    ];
    results[name] = { ...result, atLeast, atMost, held: missed.length === 0 };
    isHeld &&= missed.length === 0;
    say(`${name}: ${JSON.stringify(results[name])}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (asJson) console.log(JSON.stringify(results));
process.exitCode = isHeld ? 0 : 1;
