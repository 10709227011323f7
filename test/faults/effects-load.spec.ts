import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EffectsJob } from '../../apps/api/src/effects/effects.job';
import { listCurrentEvaluations } from '../../apps/api/src/effects/effects.queries';
import { enqueueJob } from '../../apps/api/src/jobs/job';
import { anInstance } from '../support/instance';
import { aHome } from '../support/server';
import { aGridWorld, communeCode, EffectsWorld } from '../system/effects-world';

const root = path.resolve(__dirname, '../..');
const outcomes = ['A', 'B'];

describe('an estimation that fails', () => {
  let world: EffectsWorld;
  beforeAll(async () => {
    world = await EffectsWorld.open();
  });
  beforeEach(async () => {
    await world.database.query('truncate project, evaluation, current_evaluation, job_run restart identity cascade');
    await world.fill(aGridWorld(40, outcomes));
    await world.project('P', 20, ['A']);
    await world.project('Q', 39, ['B']);
    await world.estimate();
    // everything is to be estimated again
    await world.database.query('update observation set value = value + 1 where territory_id = 10');
    await world.aggregates.rebuild();
  });
  afterAll(() => world.close());

  const readers = async () =>
    (await listCurrentEvaluations(world.database)).map(({ id, project, evaluation }) => ({ id, project, evaluation }));

  async function runWith(file: string, timeLimitMs: number) {
    const broken = await EffectsWorld.on(world.url, { file: path.join(__dirname, file), timeLimitMs });
    const instance = await anInstance(world.url, [new EffectsJob(broken.effects)]);
    try {
      return await instance.jobs.runQueued('estimate-effects', `manual:${file}`);
    } finally {
      await instance.close();
      await broken.close();
    }
  }

  it('by taking too long is told as failed, and readers keep the previous estimates', async () => {
    const before = await readers();
    const run = await runWith('worker-that-hangs.ts', 1_500);
    expect(run).toMatchObject({ state: 'failed', attempts: 1, errors: [{ code: 'problem' }] });
    expect(run.errors[0]?.detail.replace(/\u00a0/g, ' ')).toBe(
      '2 estimations ont échoué ; les lecteurs gardent les précédentes. ' +
        'Projet P, indicateur A : le calcul n’a pas abouti en 2 s. ' +
        'Projet Q, indicateur B : le calcul n’a pas abouti en 2 s. 0 effet estimé à nouveau.',
    );
    expect(await readers()).toEqual(before);
  });

  it('by the death of its thread does not stop the others', async () => {
    const before = await readers();
    const run = await runWith('worker-that-dies.ts', 60_000);
    expect(run.state).toBe('failed');
    expect(run.errors[0]?.detail.replace(/\u00a0/g, ' ')).toContain(
      'Projet P, indicateur A : le calcul s’est interrompu.',
    );
    const after = await readers();
    expect(after.find(({ project }) => project === 'P')).toEqual(before.find(({ project }) => project === 'P'));
    expect(after.find(({ project }) => project === 'Q')?.id).toBeGreaterThan(2);
    // the next run does what is left
    expect((await world.estimate()).counts).toMatchObject({ estimated: 1, unchanged: 1, failed: 0 });
  });

  it('by being interrupted writes nothing', async () => {
    const before = await readers();
    const file = path.join(__dirname, 'worker-that-hangs.ts');
    const held = await EffectsWorld.on(world.url, { file, timeLimitMs: 60_000 });
    const controller = new AbortController();
    const estimated = held.estimate(controller.signal);
    setTimeout(() => controller.abort(new Error('stopping')), 500);
    await expect(estimated).rejects.toThrow('stopping');
    await held.close();
    expect(await readers()).toEqual(before);
  });
});

/** Milliseconds under which 99 requests in 100 are answered. */
const p99 = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0;

const median = (ratios: readonly number[]): number =>
  [...ratios].sort((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? 0;

describe('a figure read while 1,000 donors are permuted', () => {
  let world: EffectsWorld;
  let child: ChildProcess;
  let address: string;
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  beforeAll(async () => {
    world = await EffectsWorld.open();
    await world.fill(aGridWorld(1_010, outcomes));
    await world.database.query(`insert into setting values ('home', '{"level": "departement", "code": "47"}')`);
    await world.project('P', 20, outcomes);
    child = spawn(process.execPath, ['-r', './test/support/run-typescript.cjs', 'test/faults/serve-and-estimate.ts'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        PATH: process.env['PATH'],
        TZ: 'UTC',
        DATABASE_URL: world.url,
        SILLAGE_HOME: aHome(),
        PORT: '0',
        SILLAGE_LOG: 'errors',
      },
    });
    const [line] = await once(child.stdout!, 'data');
    address = String(line).trim();
  });
  afterAll(async () => {
    agent.destroy();
    child.kill('SIGKILL');
    await world.close();
  });

  const figure = () =>
    new Promise<number>((resolve, reject) => {
      const url = `${address}/api/v1/figures/indicator/A/trend/csv?territory=commune:${communeCode(20)}`;
      const startedAt = performance.now();
      const request = http.get(url, { agent }, (response) => {
        response.resume();
        response.on('end', () =>
          response.statusCode === 200
            ? resolve(performance.now() - startedAt)
            : reject(new Error(`${url}: ${response.statusCode}`)),
        );
      });
      request.on('error', reject);
    });

  async function readUntil(isOver: () => boolean): Promise<number[]> {
    const times: number[] = [];
    while (!isOver()) times.push(await figure());
    return times;
  }

  const stateOf = async (id: string): Promise<string> => {
    const { rows } = await world.database.query<{ state: string }>('select state from job_run where id = $1', [id]);
    return rows[0]?.state ?? '';
  };

  async function readFor(milliseconds: number): Promise<number[]> {
    const until = performance.now() + milliseconds;
    return readUntil(() => performance.now() > until);
  }

  /** Idle, then busy while the job runs: one after the other, on the same instance. */
  async function measure(round: number): Promise<{ idle: number; busy: number; requests: number; ratio: number }> {
    await world.database.query('truncate current_evaluation, evaluation');
    // pages are composed again when what was estimated changes: that is over before the measure begins
    await readFor(3_000);
    const idle = p99(await readFor(2_000));
    const id = (await enqueueJob(world.database, 'estimate-effects', `manual:${round}`)) ?? '';
    let state = 'queued';
    const watched = (async () => {
      for (; state === 'queued' || state === 'running'; await pause(20)) state = await stateOf(id);
    })();
    while (state === 'queued') await pause(10);
    const times = await readUntil(() => state !== 'running');
    const busy = p99(times);
    await watched;
    expect(state).toBe('succeeded');
    return { idle, busy, requests: times.length, ratio: busy / idle };
  }

  it('comes in less than twice its idle time, 99 times in 100', async () => {
    await readFor(1_000);
    // the first estimation compiles what the others run
    await measure(0);
    const ratios: number[] = [];
    for (let round = 1; round <= 5 && ratios.length < 3; round++) {
      const { requests, idle, busy, ratio } = await measure(round);
      console.log(`p99 of a figure: idle ${idle.toFixed(1)} ms, busy ${busy.toFixed(1)} ms, ratio ${ratio.toFixed(2)}`);
      // with fewer requests the 99th of 100 is the slowest of all
      if (requests >= 300) ratios.push(ratio);
    }
    expect(ratios).toHaveLength(3);
    // something else may have taken the machine in one half of a measure, seldom in two of three
    expect(median(ratios)).toBeLessThan(2);
  }, 420_000);
});
