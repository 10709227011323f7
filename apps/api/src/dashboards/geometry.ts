import type { TerritoryLevel } from '@sillage/indicators';
import type { Queryable } from '../database/database';
import { listContours } from '../territories/territories.queries';
import { type DrawnMap, drawMap } from './map-geometry';

interface Known {
  readonly stamp: string;
  readonly map: Promise<DrawnMap | undefined>;
}

/** The drawn maps of the home territory, read again when the geography or the home changed (see `readStamps`). */
export class Geometries {
  private readonly known = new Map<string, Known>();

  constructor(private readonly database: Queryable) {}

  find(home: { readonly id: number }, level: TerritoryLevel, stamp: string): Promise<DrawnMap | undefined> {
    const key = `${home.id}/${level}`;
    const known = this.known.get(key);
    if (known && known.stamp === stamp) return known.map;
    const map = listContours(this.database, level, home.id).then(drawMap);
    // A failure is not a geometry: the next reader tries again.
    map.catch(() => this.known.delete(key));
    this.known.set(key, { stamp, map });
    return map;
  }
}
