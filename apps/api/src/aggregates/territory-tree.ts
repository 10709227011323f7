import { type TerritoryLevel, type TreeNode, type TreePart, territoryLevels } from '@sillage/indicators';
import type { Queryable } from '../database/database';

interface TerritoryRow {
  id: number;
  level: TerritoryLevel;
  population: number | null;
}

interface EdgeRow {
  whole: number;
  part: number;
  share: number;
  isFormer: boolean;
}

const isGround = (level: TerritoryLevel): boolean => level === 'commune' || level === 'commune-part';

/**
 * Every territory with its partitions: parts of one level make one partition (the communes of the Rhône, or 69D and
 * 69M), the largest parts first; the former perimeters of a commune make the last.
 */
export async function readTerritoryTree(db: Queryable): Promise<TreeNode[]> {
  const { rows: territories } = await db.query<TerritoryRow>('select id, level, population from territory order by id');
  const { rows: edges } = await db.query<EdgeRow>(
    `select parent_id as whole, child_id as part, share, false as "isFormer" from territory_link
     union all
     select to_id, from_id, share, true from boundary_change
     order by "isFormer", whole, part`,
  );
  const levelOf = new Map(territories.map(({ id, level }) => [id, territoryLevels.indexOf(level)]));
  const partitions = new Map<number, Map<number, TreePart[]>>();
  for (const { whole, part, share, isFormer } of edges) {
    // territoryLevels go from the smallest to the largest
    const order = isFormer ? territoryLevels.length : -(levelOf.get(part) ?? 0);
    const ways = partitions.get(whole) ?? new Map<number, TreePart[]>();
    partitions.set(whole, ways);
    const parts = ways.get(order);
    if (parts) parts.push({ child: part, share });
    else ways.set(order, [{ child: part, share }]);
  }
  return territories.map(({ id, level, population }) => ({
    id,
    isGround: isGround(level),
    population,
    partitions: [...(partitions.get(id) ?? [])].sort(([a], [b]) => a - b).map(([, parts]) => parts),
  }));
}
