import { randomUUID } from 'node:crypto';
import { constants, type Dirent, existsSync } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, rmdir } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { codeOf } from '../../platform/database-away';

const underWay = '.en-cours';
const outcomes = { taken: 'recus', refused: 'refuses' } as const;
/** Longer than any look may last: its process is gone. */
const forgottenAfterMs = 2 * 3_600_000;
/** Room for a number and an ending within the 255 bytes of a name. */
const longestStem = 200;

export interface DroppedFile {
  readonly folder: string;
  readonly name: string;
  /** The name of its sub-folder; null at the root. */
  readonly source: string | null;
  readonly size: number;
  readonly mtimeMs: number;
}

/** What office programs, browsers and file copies leave while they write. */
const isPassing = (name: string): boolean =>
  /^[.~]|\.(part|partial|filepart|tmp|temp|crdownload|download|swp|lock)$|^(thumbs\.db|desktop\.ini)$/i.test(name);

const isOurs = (name: string): boolean => Object.values<string>(outcomes).includes(name.toLowerCase());

/** What was dropped at the root and in its sub-folders: plain files only, no link is followed. */
export async function listDropped(root: string): Promise<DroppedFile[]> {
  const entries = await readdir(root, { withFileTypes: true });
  const sources = entries.filter((entry) => entry.isDirectory() && !isPassing(entry.name) && !isOurs(entry.name));
  const files = await filesOf(root, entries, null);
  for (const { name } of sources) {
    const folder = path.join(root, name);
    const inside = await readdir(folder, { withFileTypes: true }).catch(unlessGone<Dirent[]>([]));
    // macOS writes accents as letter and mark
    files.push(...(await filesOf(folder, inside, name.normalize('NFC'))));
  }
  return files;
}

async function filesOf(folder: string, entries: readonly Dirent[], source: string | null): Promise<DroppedFile[]> {
  const files: DroppedFile[] = [];
  for (const { name } of entries.filter((entry) => entry.isFile() && !isPassing(entry.name))) {
    const found = await lstat(path.join(folder, name)).catch(unlessGone(undefined));
    if (found?.isFile()) files.push({ folder, name, source, size: found.size, mtimeMs: found.mtimeMs });
  }
  return files;
}

/** Takes a file for this process alone: a rename happens once. null when another took it, or its owner took it back. */
export async function claimFile({ folder, name }: DroppedFile, now: Date): Promise<string | null> {
  const own = path.join(folder, underWay, `${now.getTime()}-${randomUUID()}`);
  await mkdir(own, { recursive: true });
  const claimed = path.join(own, name);
  const isTaken = await rename(path.join(folder, name), claimed).then(() => true, unlessGone(false));
  if (isTaken) return claimed;
  await rmdir(own);
  await rmdir(path.dirname(own)).catch(() => undefined);
  return null;
}

/** The bytes of a claimed file; null when it is no longer the one that was looked at. */
export async function openClaimed(claimed: string, { size, mtimeMs }: DroppedFile): Promise<Readable | null> {
  const found = await lstat(claimed);
  if (!found.isFile() || found.size !== size || found.mtimeMs !== mtimeMs) return null;
  return (await open(claimed, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))).createReadStream();
}

/** Where a file and its reports will stand: under its own name, with a number when that one is taken. */
export async function settledPath({ folder, name }: DroppedFile, outcome: keyof typeof outcomes): Promise<string> {
  const target = path.join(folder, outcomes[outcome]);
  await mkdir(target, { recursive: true });
  return freePath(target, name);
}

export async function moveFile(claimed: string, target: string): Promise<void> {
  await rename(claimed, target);
  await rmdir(path.dirname(claimed));
  // the last one out; fails while another look is under way
  await rmdir(path.dirname(path.dirname(claimed))).catch(() => undefined);
}

export async function giveBack(claimed: string): Promise<void> {
  const folder = path.dirname(path.dirname(path.dirname(claimed)));
  await moveFile(claimed, freePath(folder, path.basename(claimed)));
}

/** Gives back what a killed process had taken. */
export async function giveBackForgotten(root: string, now: Date): Promise<void> {
  const entries = await readdir(root, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => path.join(root, name));
  for (const folder of [root, ...folders]) {
    const claims = path.join(folder, underWay);
    for (const claim of await readdir(claims).catch(() => [])) {
      if (now.getTime() - Number(claim.split('-')[0]) < forgottenAfterMs) continue;
      const own = path.join(claims, claim);
      for (const name of await readdir(own).catch(() => [])) await giveBack(path.join(own, name));
    }
  }
}

function freePath(folder: string, name: string): string {
  const { name: whole, ext } = path.parse(name);
  let stem = whole;
  while (Buffer.byteLength(stem + ext) > longestStem && stem.length > 1) stem = stem.slice(0, -1);
  for (let count = 1; ; count++) {
    const target = path.join(folder, `${stem}${count === 1 ? '' : ` (${count})`}${ext}`);
    if (!existsSync(target)) return target;
  }
}

const unlessGone =
  <T>(otherwise: T) =>
  (error: unknown): T => {
    if (codeOf(error) === 'ENOENT') return otherwise;
    throw error;
  };
