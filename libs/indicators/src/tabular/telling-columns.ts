import { comparableName } from './cell-text';
import { roleOfHeader } from './column-role';
import type { Layout } from './layout';

const mostNamed = 8;
/** They differ on every row, or say nothing that the row does not say elsewhere. */
const saysNothing =
  /^(?:id|rang|rank|ligne|line|index|note|notes|commentaires?|observations?|remarques?|precisions?|horodatage|date_.*|(?:derniere_)?(?:maj|mise_a_jour|modification)|(?:saisi|modifie|cree|valide)e?_(?:par|le)|auteur|agent|version|fichier|url|lien)$|^(?:n|no|num|numero)_?(?:ligne|ordre)?$/;
const harmless = new Set<string | undefined>(['territory', 'label', 'description']);

/**
 * Columns that are not read, and that may tell two rows of one cell apart: women and men, ages. What they say of a row
 * is kept as hashes, so that such rows are never taken for one row given twice.
 */
export class TellingColumns {
  /** All that they say of the last row; 0 without such columns. */
  whole = 0;
  /** The same in a few bits for each column, to name the one that differs. */
  split = 0;
  private readonly bits: number;

  private constructor(
    readonly indexes: readonly number[],
    private readonly headers: readonly string[],
  ) {
    this.bits = Math.floor(32 / Math.max(1, Math.min(mostNamed, indexes.length)));
  }

  static of({ columns, headers, shape }: Layout): TellingColumns {
    const indexes = columns.flatMap(({ use, header }, index) => {
      const isTold = use.as !== 'ignored' || header.startsWith('#') || saysNothing.test(comparableName(header));
      return shape === 'transposed' || isTold || harmless.has(roleOfHeader(header)?.role) ? [] : [index];
    });
    return new TellingColumns(
      indexes,
      indexes.map((index) => headers[index] ?? ''),
    );
  }

  readCells(cells: readonly string[]): void {
    this.clear();
    for (let rank = 0; rank < this.indexes.length; rank += 1) {
      const cell = cells[this.indexes[rank]!] ?? '';
      let hash = offset;
      for (let at = 0; at < cell.length; at += 1) hash = mixed(hash, cell.charCodeAt(at));
      this.add(rank, hash);
    }
  }

  /** False when a cell holds more than ASCII: its row is read as text. */
  readBytes(bytes: Uint8Array, starts: Int32Array): boolean {
    this.clear();
    for (let rank = 0; rank < this.indexes.length; rank += 1) {
      const index = this.indexes[rank]!;
      let hash = offset;
      for (let at = starts[index]!; at < starts[index + 1]! - 1; at += 1) {
        if (bytes[at]! > 127) return false;
        hash = mixed(hash, bytes[at]!);
      }
      this.add(rank, hash);
    }
    return true;
  }

  /** The titles of the columns in which the last row differs from another. */
  differingFrom(split: number): string {
    const mask = 2 ** this.bits - 1;
    return this.headers
      .filter((_, rank) => rank < mostNamed && (((split ^ this.split) >>> (rank * this.bits)) & mask) !== 0)
      .join(', ');
  }

  private clear(): void {
    this.whole = 0;
    this.split = 0;
  }

  private add(rank: number, hash: number): void {
    this.whole = Math.imul(this.whole ^ hash, 0x9e3779b1) ^ rank;
    const short = (Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 0) >>> (32 - this.bits);
    if (rank < mostNamed) this.split = (this.split | (short << (rank * this.bits))) >>> 0;
  }
}

const offset = 0x811c9dc5;
/** Spaces do not tell. */
const mixed = (hash: number, code: number): number => (code === 32 ? hash : Math.imul(hash ^ code, 0x01000193));
