import type { TerritoryLevel } from '@sillage/indicators';
import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import type { PoolClient } from 'pg';
import { merge } from 'topojson-client';
import { topology } from 'topojson-server';
import { asGeometry } from './contour-simplification';
import { type ContourRow, writeContours } from './territory-writer';

type MergedArcs = Extract<Parameters<typeof merge>[1], readonly unknown[]>;

interface PartRow {
  readonly parentLevel: TerritoryLevel;
  readonly parentCode: string;
  readonly childId: number;
  readonly geometry: Polygon | MultiPolygon;
}

/**
 * Draws what is above a level by erasing the borders between its parts, for every territory that a file has not drawn. An
 * EPCI, a canton or a zone may be drawn in part (its communes in the neighbouring département have no contour yet); a
 * région or the country only whole.
 */
export async function deriveContours(client: PoolClient, level: TerritoryLevel): Promise<number> {
  const { rows } = await client.query<PartRow>(
    `select parent.level as "parentLevel", parent.code as "parentCode", child.id as "childId", contour.geometry
     from territory_link link
     join territory child on child.id = link.child_id and child.level = $1 and child.valid_to is null
     join territory parent on parent.id = link.parent_id and parent.valid_to is null
     join contour on contour.territory_id = child.id
     left join contour drawn on drawn.territory_id = parent.id
     where (drawn.territory_id is null or drawn.is_derived)
       and (parent.level not in ('departement-group', 'region', 'france') or not exists (
         select 1 from territory_link other
         left join contour missing on missing.territory_id = other.child_id
         where other.parent_id = parent.id and missing.territory_id is null))
     order by parent.level, parent.code, child.code`,
    [level],
  );
  return writeContours(client, mergeParts(rows));
}

function mergeParts(rows: readonly PartRow[]): ContourRow[] {
  const geometries = new Map(rows.map(({ childId, geometry }) => [childId, geometry]));
  const children = [...geometries.keys()];
  const indexOf = new Map(children.map((id, index) => [id, index]));
  const collection: FeatureCollection = {
    type: 'FeatureCollection',
    features: [...geometries.values()].map((geometry) => ({ type: 'Feature', geometry, properties: null })),
  };
  const joined = topology({ children: collection }) as Parameters<typeof merge>[0];
  const joinedChildren = joined.objects['children'];
  const arcs = joinedChildren?.type === 'GeometryCollection' ? joinedChildren.geometries : [];
  const parts = new Map<string, { row: PartRow; shapes: MergedArcs }>();
  for (const row of rows) {
    const key = `${row.parentLevel} ${row.parentCode}`;
    const part = parts.get(key) ?? { row, shapes: [] };
    const shape = arcs[indexOf.get(row.childId) ?? -1];
    if (shape?.type === 'Polygon' || shape?.type === 'MultiPolygon') part.shapes.push(shape as MergedArcs[number]);
    parts.set(key, part);
  }
  return [...parts.values()].map(({ row, shapes }) => ({
    level: row.parentLevel,
    code: row.parentCode,
    geometry: asGeometry(merge(joined, shapes).coordinates as Position[][][]),
    isDerived: true,
  }));
}
