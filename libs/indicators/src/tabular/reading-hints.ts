import type { PlausibilityCode } from '../plausibility/plausibility-policy';
import type { TerritoryLevel } from '../territory';
import type { ColumnRole } from './column-role';
import type { Delimiter } from './delimiter';
import type { EncodingName } from './encoding';
import type { FindingCode, RowFindingCode } from './finding';

export const tableShapes = ['long', 'wide', 'transposed'] as const;
export type TableShape = (typeof tableShapes)[number];

/** The uses of a column that need nothing more to be told. */
export const usesOfColumns = [
  'level',
  'label',
  'period',
  'indicator',
  'numerator',
  'denominator',
  'status',
  'provisional',
  'break',
  'description',
] as const satisfies readonly ColumnRole[];

/**
 * What a column is for. Two columns used as `territory` make one code together, in the order of the file (DEP + COM).
 * In a transposed table, `territory` of a value column is the code that its header gives.
 */
export type ColumnUse =
  | { readonly as: 'territory'; readonly levels?: readonly TerritoryLevel[] }
  | { readonly as: (typeof usesOfColumns)[number] }
  | {
      readonly as: 'value';
      /** Code of the catalogue; null when each row says it. */
      readonly indicator: string | null;
      /** As `readPeriod` reads it ("2021", "2020-10", "T4 2023"); null when each row says it. */
      readonly period: string | null;
      readonly territory?: string | null;
    }
  | { readonly as: 'ignored' };

/** A column by its header; one without header by its rank ("#1"), which names any column too. */
export interface HintedColumn {
  readonly header: string;
  readonly use: ColumnUse;
  /** Used where the file has it. */
  readonly isOptional?: boolean;
}

/** A cell rewritten by a person: the physical line and the header of the column. */
export interface CellCorrection {
  readonly line: number;
  readonly column: string;
  readonly value: string;
}

/** Rows that cannot be mended: their physical lines, and all those rejected for one of these faults. */
export interface LeftOutRows {
  readonly lines?: readonly number[];
  readonly faults?: readonly RowFindingCode[];
}

/**
 * What a person, a preset or a remembered mapping says over the guesses. Every part is optional; a file's reading tells
 * its guesses in the same words, so that they can be shown, corrected and sent back. Plain JSON.
 */
export interface ReadingHints {
  readonly sheet?: string;
  readonly encoding?: EncodingName;
  readonly delimiter?: Delimiter;
  /** Physical line of the last row of the header. */
  readonly headerLine?: number;
  readonly headerLineCount?: number;
  readonly shape?: TableShape;
  readonly columns?: readonly HintedColumn[];
  readonly indicator?: string;
  /** The codes that the cells of the indicator column stand for; null leaves the rows out. */
  readonly indicatorNames?: Readonly<Record<string, string | null>>;
  /** Rows of indicators that the catalogue does not have are left out, and told; else they are rejected. */
  readonly otherIndicators?: 'ignored';
  readonly period?: string;
  readonly level?: TerritoryLevel;
  /** Year of the geography; null leaves it to the codes. */
  readonly vintage?: number | null;
  /** Values are multiplied by it: 1000 for thousands of euros, 100 for shares. */
  readonly factor?: number;
  /** Mendings that are not wanted: a row that needs one is rejected. */
  readonly repairs?: Readonly<Partial<Record<FindingCode, 'refused'>>>;
  /** Remarks on plausibility that a person has looked at and lets pass, where the indicator asks. */
  readonly accepted?: readonly PlausibilityCode[];
  readonly corrections?: readonly CellCorrection[];
  readonly leftOut?: LeftOutRows;
  /** Identifier of a preset; null refuses the one that would be recognised. */
  readonly preset?: string | null;
  /** A Frictionless Table Schema, alone or in a Data Package: what its fields are, and what their cells may hold. */
  readonly schema?: Readonly<Record<string, unknown>>;
}
