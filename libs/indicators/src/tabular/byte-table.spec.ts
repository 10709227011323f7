import fc from 'fast-check';
import { ByteTable } from './byte-table';
import { SeenCells } from './seen-cells';

describe('lookups without strings', () => {
  it('a byte table is a map of byte strings', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ maxLength: 6 }), fc.nat(1e6)), { maxLength: 400 }), (entries) => {
        const table = new ByteTable();
        const map = new Map<string, number>();
        const encoder = new TextEncoder();
        for (const [key, value] of entries) {
          const bytes = encoder.encode(key);
          expect(table.find(bytes, 0, bytes.length)).toBe(map.get(key) ?? -1);
          table.add(bytes, 0, bytes.length, value);
          if (!map.has(key)) map.set(key, value);
        }
        for (const [key, value] of map) {
          const bytes = encoder.encode(`;${key};`);
          expect(table.find(bytes, 1, bytes.length - 1)).toBe(value);
        }
      }),
    );
  });

  it('cells once seen are found, and no other', () => {
    const cell = fc.record({
      key: fc.nat(3_000),
      territory: fc.nat(120_000),
      word: fc.integer({ min: 1, max: 2 ** 32 - 1 }),
    });
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 500 }), (cells) => {
        const seen = new SeenCells();
        const map = new Map<string, number>();
        for (const { key, territory, word } of cells) {
          expect(seen.get(key, territory)).toBe(map.get(`${key}/${territory}`) ?? 0);
          seen.set(key, territory, word);
          map.set(`${key}/${territory}`, word);
        }
        for (const [place, word] of map) {
          const [key = 0, territory = 0] = place.split('/').map(Number);
          expect(seen.get(key, territory)).toBe(word);
        }
      }),
    );
  });
});
