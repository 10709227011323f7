import { keepPeers, selectUnits } from './keep-peers';
import type { Panel } from './panel';

/** One treated unit and donors alike in level and slope; populations as given, treated first. */
const panelOf = (populations: readonly number[]): Panel => ({
  units: populations.map((_, unit) => `u${unit}`),
  periods: [1, 2, 3],
  outcomes: Float64Array.from(populations.flatMap(() => [10, 11, 12])),
  treatedFrom: populations.map((_, unit) => (unit === 0 ? 2 : null)),
  structure: { population: populations.map(Math.log) },
});

describe('peers among donors', () => {
  it('are the nearest by structure where level and slope say nothing', () => {
    const peers = keepPeers(panelOf([1000, 50_000, 1100, 30, 900, 8000]), 2);
    expect(peers.units).toEqual(['u0', 'u2', 'u4']);
    expect(peers.structure).toEqual({ population: [1000, 1100, 900].map(Math.log) });
  });

  it('are the first ones where nothing tells donors apart', () => {
    const { structure: _none, ...plain } = panelOf([1000, 50_000, 1100, 30, 900, 8000]);
    expect(keepPeers(plain, 2).units).toEqual(['u0', 'u1', 'u2']);
  });

  it('keep what is known of them when they are picked one by one', () => {
    expect(selectUnits(panelOf([1000, 2000, 3000]), [0, 2]).structure).toEqual({
      population: [1000, 3000].map(Math.log),
    });
  });
});
