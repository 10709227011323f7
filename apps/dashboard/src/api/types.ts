// What the API answers to the pages, written after its schemas.

export interface DatumReference {
  indicator: string;
  level: string;
  code: string;
  period: string;
}

export interface FigureCell {
  text: string;
  absence?: string;
  provenance?: DatumReference;
}

export interface LegendItem {
  label: string;
  color: string;
  pattern: 'solid' | 'dashed' | 'lines' | 'dots' | 'flat';
}

export interface FigureTable {
  caption: string;
  columns: { label: string; isNumeric: boolean }[];
  rows: FigureCell[][];
}

export interface Figure {
  id: string;
  kind: 'trend' | 'map' | 'ranking';
  title: string;
  subtitle: string;
  sentence: string;
  caption: string;
  table: FigureTable;
  legend: LegendItem[];
  sources: string[];
  dates: string[];
  notes: string[];
  svg: { wide: string; narrow: string } | null;
  facts: Record<string, unknown>;
  downloads: { csv: string; svg: string; png: string };
}

export type VerdictKind = 'favourable' | 'unfavourable' | 'stable' | 'higher' | 'lower' | 'unknown';

export interface Verdict {
  kind: VerdictKind;
  text: string;
}

export interface Territory {
  level: string;
  code: string;
  name: string;
  levelLabel: string;
}

export interface Frame {
  identity: { name: string; isDemo: boolean };
  home: Territory;
  state: { version: number; computedAt: string; label: string } | null;
}

export interface Tile {
  indicator: string;
  label: string;
  value: string;
  absence: string | null;
  period: string;
  change: Verdict;
  provenance: DatumReference | null;
}

export interface AimCounts {
  improving: number;
  stable: number;
  worsening: number;
  unjudged: number;
  noData: number;
}

export interface AimSummary {
  aim: string;
  label: string;
  lead: Tile | null;
  counts: AimCounts;
  countsText: string;
  indicators: { code: string; label: string }[];
}

export interface HomePage {
  frame: Frame;
  title: string;
  subtitle: string;
  inBrief: { verdict: Verdict; text: string; link: string }[];
  aims: AimSummary[];
  mapChoices: { code: string; label: string; isChosen: boolean }[];
  map: Figure | null;
  where: {
    improving: (Territory & { text: string })[];
    worsening: (Territory & { text: string })[];
    sentence: string;
  };
  watch: { text: string; link: string | null }[];
}

export interface SmallDrawing {
  svg: string;
  sentence: string;
}

export interface IndicatorRow {
  code: string;
  label: string;
  unit: string;
  value: string;
  absence: string | null;
  period: string;
  strip: SmallDrawing | null;
  sparkline: SmallDrawing | null;
  position: Verdict;
  change: Verdict;
  reference: string | null;
  provenance: DatumReference | null;
}

export interface TerritoryPage {
  frame: Frame;
  territory: Territory & { population: string; parents: Territory[]; notice: string | null };
  lead: string[];
  tiles: Tile[];
  aims: { aim: string; label: string; rows: IndicatorRow[] }[];
  parts: { level: string; levelLabel: string; territories: Territory[] }[];
}

export interface TermAndText {
  term: string;
  text: string;
}

export interface IndicatorPage {
  frame: Frame;
  indicator: {
    code: string;
    label: string;
    aim: string | null;
    aimLabel: string;
    unit: string;
    polarity: string;
    kind: string;
    version: number;
  };
  territory: Territory;
  levels: { level: string; label: string; isChosen: boolean }[];
  periods: { period: string; label: string; isChosen: boolean }[];
  lead: string;
  tile: Tile;
  trend: Figure | null;
  map: Figure | null;
  ranking: Figure | null;
  knowledge: TermAndText[];
  identityCard: TermAndText[];
  downloads: { label: string; url: string }[];
}

export interface MethodPage {
  frame: Frame;
  indicators: { code: string; label: string; aimLabel: string; rule: string; threshold: string }[];
  sources: { code: string; label: string; licence: string; url: string | null }[];
  symbols: { symbol: string; text: string }[];
  states: { version: number; computedAt: string; label: string }[];
}

export interface Provenance {
  title: string;
  value: string;
  absence: string | null;
  definition: string;
  formula: string;
  origin: string;
  coverage: string;
  source: string;
  dates: TermAndText[];
  lines: {
    territory: string;
    indicator: string;
    value: string;
    file: string;
    line: number;
    column: number | null;
    batch: number;
    importedAt: string;
  }[];
  lineCount: number;
}
