import type {
  BoundaryChange,
  BoundaryChangeKind,
  BoundaryHistory,
  CommuneMovement,
  CurrentCommune,
  Perimeter,
} from './boundary-change';
import { shareOfChanges } from './boundary-change-shares';
import { firstGeographyDate } from './geography-vintage';

/** 10 renames; 34, 35 and 70 to 72 only touch the communes déléguées and associées: no perimeter changes. */
const perimeterKinds = new Set([20, 21, 30, 31, 32, 33, 41, 50]);
/** When two movements of one day follow each other: a commune changes département, then merges there. Latest first. */
const reverseOrder = [31, 32, 33, 30, 41, 50, 20, 21];

interface OpenPerimeter {
  code: string;
  name: string;
  validFrom: string;
  validTo: string | null;
}

interface Link {
  readonly from: OpenPerimeter;
  readonly to: OpenPerimeter;
  readonly date: string;
  readonly kind: BoundaryChangeKind;
}

/**
 * Perimeters and changes since 1943, read backwards from the current communes: the present is exact by construction,
 * and a contradiction of the list of movements can only touch the past.
 */
export function boundaryHistory(
  movements: readonly CommuneMovement[],
  current: readonly CurrentCommune[],
): BoundaryHistory {
  const open = new Map<string, OpenPerimeter>();
  const perimeters: OpenPerimeter[] = [];
  const links: Link[] = [];
  const contradictions: CommuneMovement[] = [];

  const begin = (code: string, name: string, validTo: string | null): OpenPerimeter => {
    const perimeter = { code, name, validFrom: firstGeographyDate, validTo };
    open.set(code, perimeter);
    perimeters.push(perimeter);
    return perimeter;
  };
  for (const { code, name } of current) begin(code, name, null);

  for (const group of groupsByDate(movements)) {
    const [first] = group;
    const targets = new Set(group.map((movement) => movement.toCode).filter((code) => code !== ''));
    const names = new Map(group.filter(({ fromCode }) => fromCode !== '').map((m) => [m.fromCode, m.fromName]));
    if (isSelfChange(names, targets)) continue;
    const isCoherent =
      [...targets].every((code) => open.has(code)) &&
      [...names.keys()].every((code) => targets.has(code) || !open.has(code));
    if (!first || !isCoherent) {
      contradictions.push(...group);
      continue;
    }
    const after = new Map<string, OpenPerimeter>();
    for (const code of targets) {
      const perimeter = open.get(code);
      if (!perimeter) continue;
      perimeter.validFrom = first.date;
      after.set(code, perimeter);
      open.delete(code);
    }
    const before = new Map([...names].map(([code, name]) => [code, begin(code, name, first.date)]));
    const kind = kindOf(before.size, after.size);
    for (const { fromCode, toCode } of group) {
      const from = before.get(fromCode);
      const to = after.get(toCode);
      if (from && to) links.push({ from, to, date: first.date, kind });
    }
  }
  const populations = new Map(current.map(({ code, population }) => [code, population]));
  const changes = skipInstants(shareOfChanges(distinct(links), populations));
  return { perimeters: perimeters.filter((perimeter) => !isInstant(perimeter)), changes, contradictions };
}

const isSelfChange = (names: ReadonlyMap<string, string>, targets: ReadonlySet<string>): boolean =>
  names.size === 1 && targets.size === 1 && [...targets].every((code) => names.has(code));

function kindOf(before: number, after: number): BoundaryChangeKind {
  if (before <= 1) return after <= 1 ? 'code-change' : 'split';
  return after <= 1 ? 'merger' : 'transfer';
}

/** The latest date first; in a date, movements that share a commune before or after it form one group. */
function groupsByDate(movements: readonly CommuneMovement[]): CommuneMovement[][] {
  const groups = new Map<string, CommuneMovement[]>();
  for (const movement of movements) {
    if (!perimeterKinds.has(movement.kind)) continue;
    const key = `${movement.date} ${String(99 - reverseOrder.indexOf(movement.kind)).padStart(2, '0')}`;
    groups.set(key, [...(groups.get(key) ?? []), movement]);
  }
  return [...groups]
    .sort(([left], [right]) => (left < right ? 1 : -1))
    .flatMap(([, sameDayAndKind]) => connectedGroups(sameDayAndKind));
}

function connectedGroups(movements: readonly CommuneMovement[]): CommuneMovement[][] {
  const parent = new Map<string, string>();
  const root = (node: string): string => {
    let current = node;
    for (let next = parent.get(current); next !== undefined && next !== current; next = parent.get(current))
      current = next;
    return current;
  };
  for (const { fromCode, toCode } of movements) {
    // A commune that appears or disappears is a group of its own: its missing side joins it to nothing.
    const from = root(`before ${fromCode || `none ${toCode}`}`);
    const to = root(`after ${toCode || `none ${fromCode}`}`);
    parent.set(from, to);
  }
  const groups = new Map<string, CommuneMovement[]>();
  for (const movement of movements) {
    const key = root(`after ${movement.toCode || `none ${movement.fromCode}`}`);
    const group = groups.get(key);
    if (group) group.push(movement);
    else groups.set(key, [movement]);
  }
  return [...groups.values()];
}

function distinct(links: readonly Link[]): Link[] {
  const seen = new Map<OpenPerimeter, Set<OpenPerimeter>>();
  return links.filter(({ from, to }) => {
    const targets = seen.get(from) ?? new Set();
    seen.set(from, targets);
    if (targets.has(to)) return false;
    targets.add(to);
    return true;
  });
}

const isInstant = ({ validFrom, validTo }: Perimeter): boolean => validFrom === validTo;

/** A perimeter that began and ended the same day (change of département, then merger) was never one: joins both sides. */
function skipInstants(changes: readonly BoundaryChange[]): BoundaryChange[] {
  const into = changes.filter(({ to }) => isInstant(to));
  const joined = changes
    .filter(({ from }) => isInstant(from))
    .flatMap((next) =>
      into
        .filter(({ to }) => to === next.from)
        .map((previous) => ({
          ...next,
          from: previous.from,
          kind: previous.kind === 'code-change' ? next.kind : previous.kind,
          share: previous.share * next.share,
        })),
    );
  return [...changes.filter(({ from, to }) => !isInstant(from) && !isInstant(to)), ...joined];
}
