// A territory page's data at 50 clients: the real server beside the smallest program that reads the same stored row with
// node-pg. Rounds alternate, each program in a process of its own; only the ratio of their p99 is kept.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import pg from 'pg';
import { createDatabase } from './bench-database.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const clients = 50;
const roundSeconds = 4;
const rounds = 7;
const readyTimeoutMs = 300_000;

export async function benchRead(databaseUrl, log) {
  const database = await createDatabase(databaseUrl);
  const env = { ...process.env, DATABASE_URL: database.url, PORT: '0', HOST: '' };
  const server = await startProcess(['apps/api/launch/sillage.mjs', 'start'], { ...env, NODE_ENV: 'production' });
  let reference;
  try {
    const page = await readyPage(server.url, log);
    const key = await settledKey(database.url, server.url, page);
    reference = await startProcess([path.join(here, 'raw-page-server.mjs'), String(key.version), key.key], env);
    await checkSameAnswer(server.url + page, reference.url);
    const results = [];
    await round(server.url + page, 2);
    await round(reference.url, 2);
    for (let index = 0; index < rounds; index++) {
      // Who goes first changes: a machine that tires must not favour one of them.
      const pair = index % 2 === 0 ? [server.url + page, reference.url] : [reference.url, server.url + page];
      const first = await round(pair[0], roundSeconds);
      const second = await round(pair[1], roundSeconds);
      const [ours, raw] = index % 2 === 0 ? [first, second] : [second, first];
      results.push({ ours, raw, ratio: ours.p99 / raw.p99 });
      log(`p99 ${ours.p99} ms, raw ${raw.p99} ms; ${ours.rate} and ${raw.rate} requests/s`);
    }
    const median = (pick) => results.map(pick).sort((a, b) => a - b)[Math.floor(rounds / 2)];
    return {
      p99Ratio: Number(median(({ ratio }) => ratio).toFixed(2)),
      p99Ms: median(({ ours }) => ours.p99),
      rawP99Ms: median(({ raw }) => raw.p99),
      requestsPerSecond: Math.round(median(({ ours }) => ours.rate)),
      rawRequestsPerSecond: Math.round(median(({ raw }) => raw.rate)),
    };
  } finally {
    await reference?.stop();
    await server.stop();
    await database.drop();
  }
}

/** Resolves with the address that the process prints. */
async function startProcess(args, env) {
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const url = await new Promise((resolve, reject) => {
    const listen = (chunk) => {
      output = (output + chunk).slice(-20_000);
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
      if (found) resolve(found);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', () => reject(new Error(`${args[0]} ended:\n${output.slice(-2000)}`)));
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  return {
    url,
    stop: async () => {
      child.kill('SIGINT');
      await exited;
    },
  };
}

/** Waits for the first state and for its pages to be composed in the background; gives an EPCI's page. */
async function readyPage(url, log) {
  const deadline = Date.now() + readyTimeoutMs;
  let isWaiting = false;
  while (Date.now() < deadline) {
    const response = await fetch(`${url}/api/v1/pages/home`).catch(() => undefined);
    const home = response?.ok ? await response.json() : undefined;
    if (home?.frame.state) {
      const sheet = await (
        await fetch(`${url}/api/v1/pages/territory/${home.frame.home.level}/${home.frame.home.code}`)
      ).json();
      const epci = sheet.parts.find(({ level }) => level === 'epci')?.territories[0] ?? home.frame.home;
      const page = `/api/v1/pages/territory/${epci.level}/${epci.code}`;
      await (await fetch(url + page)).arrayBuffer();
      await quiet(url);
      return page;
    }
    if (!isWaiting) log('waiting for the demonstration and its first state');
    isWaiting = true;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('The server published no state in time.');
}

/** Until the server answers quickly several times in a row: the background work is over. */
async function quiet(url) {
  let calm = 0;
  while (calm < 20) {
    const start = performance.now();
    await (await fetch(`${url}/api/v1/health`)).arrayBuffer();
    calm = performance.now() - start < 15 ? calm + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** The first effects are estimated after the first start, and pages are stored anew with them: waits for one that stays. */
async function settledKey(databaseUrl, url, page) {
  let last = '';
  for (let calm = 0, second = 0; second < 90; second += 1) {
    await (await fetch(url + page)).arrayBuffer();
    const found = await storedKey(databaseUrl, page);
    calm = found && found.key === last ? calm + 1 : 0;
    if (calm === 15) return found;
    last = found?.key ?? '';
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error(`No stored page stays for ${page}`);
}

async function storedKey(url, page) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    `select page.version, page.key from page join current_state state on state.version = page.version
     where page.key like '%' || $1`,
    [` ${page.replace('/api/v1/pages/', '')}`],
  );
  await client.end();
  return rows.length === 1 ? rows[0] : undefined;
}

async function checkSameAnswer(ours, raw) {
  const hash = async (url) =>
    createHash('sha256')
      .update(await (await fetch(url)).text())
      .digest('hex');
  if ((await hash(ours)) !== (await hash(raw))) throw new Error('The two servers do not give the same answer.');
}

async function round(url, duration) {
  const result = await autocannon({ url, connections: clients, duration });
  if (result.errors + result.non2xx > 0) throw new Error(`${result.errors + result.non2xx} failed requests on ${url}`);
  return { p99: result.latency.p99, rate: result.requests.average };
}
