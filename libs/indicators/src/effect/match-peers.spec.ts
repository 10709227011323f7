import fc from 'fast-check';
import { donorPool, type PoolCandidate, type PoolUnit } from './donor-pool';
import { seededDraws } from './draws';
import { matchPeers } from './match-peers';

const treated: PoolUnit = {
  unit: 'treated',
  before: [10, 11, 12, 13],
  population: 1_000,
  densityClass: 'rural',
  structure: { income: 20_000 },
};

const like = (unit: string, change: Partial<PoolCandidate> = {}): PoolCandidate => ({ ...treated, unit, ...change });

describe('donor pool', () => {
  it.each([
    ['other-project', { hasProject: true }],
    ['adjacent', { isAdjacent: true }],
    ['missing-outcome', { before: [10, null, 12, 13] }],
    ['overseas', { isOverseas: true }],
    ['density-class', { densityClass: 'urban' }],
    ['population', { population: 2_001 }],
    ['population', { population: 499 }],
  ] as const)('leaves out, and says why: %s', (reason, change) => {
    const { donors, excluded } = donorPool([treated], [like('kept'), like('out', change)]);
    expect(donors.map(({ unit }) => unit)).toEqual(['kept']);
    expect(excluded).toEqual([{ unit: 'out', reason }]);
  });

  it('keeps at the bounds of the caliper, and never the treated themselves', () => {
    const { donors, excluded } = donorPool(
      [treated],
      [like('a', { population: 500 }), like('b', { population: 2_000 }), treated],
    );
    expect(donors).toHaveLength(2);
    expect(excluded).toEqual([{ unit: 'treated', reason: 'treated' }]);
  });
});

describe('peers', () => {
  const draws = seededDraws(3);
  const pool = Array.from({ length: 120 }, (_, index) => {
    const level = 10 + 8 * (draws.uniform() - 0.5);
    const slope = 1 + 2 * (draws.uniform() - 0.5);
    return like(`commune-${index}`, {
      before: [0, 1, 2, 3].map((time) => level + slope * time),
      population: 1_000 * 2 ** (1.6 * draws.uniform() - 0.8),
      structure: { income: 20_000 + 4_000 * (draws.uniform() - 0.5) },
    });
  });

  it('are 20 to 50, nearest first, and closer to the treated than the pool is', () => {
    const found = matchPeers([treated], pool);
    if (found.status !== 'ok') throw new Error(found.code);
    expect(found.peers.length).toBeGreaterThanOrEqual(20);
    expect(found.peers.length).toBeLessThanOrEqual(50);
    const distances = found.peers.map(({ distance }) => distance);
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
    const outcomes = found.balance.filter(({ name }) => name.startsWith('outcome') || name === 'slope');
    expect(outcomes).toHaveLength(5);
    for (const { after } of outcomes) expect(Math.abs(after)).toBeLessThanOrEqual(0.25);
  });

  it('do not depend on the order of the candidates', () => {
    const expected = matchPeers([treated], pool);
    fc.assert(
      fc.property(fc.shuffledSubarray(pool, { minLength: pool.length, maxLength: pool.length }), (shuffled) => {
        const found = matchPeers([treated], shuffled);
        if (found.status !== 'ok' || expected.status !== 'ok') throw new Error('refused');
        expect(found.peers.map(({ unit }) => unit)).toEqual(expected.peers.map(({ unit }) => unit));
      }),
      { numRuns: 20 },
    );
  });

  it('are refused under ten in the caliper', () => {
    const far = pool.map((candidate, index) => (index < 9 ? candidate : { ...candidate, population: 50_000 }));
    expect(matchPeers([treated], far)).toMatchObject({ status: 'refused', code: 'too-few-donors', facts: { have: 9 } });
  });

  it('are refused when none has such a level', () => {
    const higher = { ...treated, before: [40, 41, 42, 43] };
    expect(matchPeers([higher], pool)).toMatchObject({ status: 'refused', code: 'poor-prefit' });
  });

  it('are refused when the treated have no past', () => {
    expect(matchPeers([{ ...treated, before: [] }], pool)).toMatchObject({ code: 'no-data-before' });
  });
});
