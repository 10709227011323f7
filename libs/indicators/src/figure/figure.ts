export const figureKinds = [
  'trend',
  'map',
  'ranking',
  'counterfactual',
  'gap-by-period',
  'effects-forest',
  'double-effect',
  'budget',
] as const;
export type FigureKind = (typeof figureKinds)[number];

/** What a reader sees of one chart, in one language: built from facts by the composers of this folder, on the server and in the browser alike. */
export interface Figure {
  /** Stable inside a page; the downloads' names and the anchors use it. */
  readonly id: string;
  readonly kind: FigureKind;
  /** The finding, as a sentence of at most twelve words. */
  readonly title: string;
  /** Measure, place and period. */
  readonly subtitle: string;
  /** One sentence that says what the chart shows; the chart's text alternative. */
  readonly sentence: string;
  /** How to read axes, bands and marks; empty when nothing needs saying. */
  readonly caption: string;
  readonly table: FigureTable;
  readonly legend: readonly LegendItem[];
  readonly sources: readonly string[];
  /** "Données au …", "Mis à jour le …", "Prochaine mise à jour attendue …". */
  readonly dates: readonly string[];
  readonly notes: readonly string[];
}

export interface FigureTable {
  readonly caption: string;
  readonly columns: readonly { readonly label: string; readonly isNumeric: boolean }[];
  readonly rows: readonly (readonly FigureCell[])[];
}

/** A cell's text is ready to print; for a symbol `absence` says the reason in words; `provenance` says which datum it is. */
export interface FigureCell {
  readonly text: string;
  readonly absence?: string;
  readonly provenance?: DatumReference;
}

/** What identifies a number on a screen, so that a click can trace it to its file and lines. */
export interface DatumReference {
  readonly indicator: string;
  readonly level: string;
  readonly code: string;
  readonly period: string;
}

/** solid is a line on a chart of lines and an area elsewhere; point, hollow and diamond are marks. */
export const legendPatterns = ['solid', 'dashed', 'lines', 'dots', 'flat', 'point', 'hollow', 'diamond'] as const;
export type LegendPattern = (typeof legendPatterns)[number];

export interface LegendItem {
  readonly label: string;
  readonly color: string;
  readonly pattern: LegendPattern;
}
