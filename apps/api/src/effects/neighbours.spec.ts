import type { Geometry } from 'geojson';
import { neighboursOf } from './neighbours';

const square = (x: number, y: number): Geometry => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, y],
      [x + 1, y],
      [x + 1, y + 1],
      [x, y + 1],
      [x, y],
    ],
  ],
});

describe('the neighbours of treated territories', () => {
  it('share a border or a corner with one of them, themselves left out', () => {
    const outlines = [
      { id: 1, geometry: square(0, 0) },
      { id: 2, geometry: square(1, 0) },
      { id: 3, geometry: square(2, 1) },
      { id: 4, geometry: square(5, 5) },
      { id: 5, geometry: square(1, 1) },
    ];
    expect([...neighboursOf(new Set([1]), outlines)]).toEqual([2, 5]);
    expect([...neighboursOf(new Set([1, 2]), outlines)]).toEqual([3, 5]);
  });

  it('are found across the pieces of a territory in several pieces', () => {
    const pieces = [square(0, 0), square(8, 8)].map((piece) => ('coordinates' in piece ? piece.coordinates : []));
    const outlines = [
      { id: 1, geometry: { type: 'MultiPolygon', coordinates: pieces } as Geometry },
      { id: 2, geometry: square(9, 8) },
      { id: 3, geometry: square(3, 3) },
    ];
    expect([...neighboursOf(new Set([2]), outlines)]).toEqual([1]);
    expect([...neighboursOf(new Set([1]), outlines)]).toEqual([2]);
  });
});
