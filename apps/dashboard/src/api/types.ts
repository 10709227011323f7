// The shapes that the pages read, by the names that this application gives them. They come from the API's own contract.
import type { components } from './schema';

type Schemas = components['schemas'];

export type HomePage = Schemas['HomePageDto'];
export type TerritoryPage = Schemas['TerritoryPageDto'];
export type IndicatorPage = Schemas['IndicatorPageDto'];
export type MethodPage = Schemas['MethodPageDto'];

export type Frame = HomePage['frame'];
export type Territory = Frame['home'];
export type AimSummary = HomePage['aims'][number];
export type Tile = IndicatorPage['tile'];
export type Verdict = Tile['change'];
export type DatumReference = NonNullable<Tile['provenance']>;
export type IndicatorRow = TerritoryPage['aims'][number]['rows'][number];
export type Figure = NonNullable<IndicatorPage['trend']>;
export type FigureTable = Figure['table'];
export type LegendItem = Figure['legend'][number];

export interface TermAndText {
  term: string;
  text: string;
}

export type Provenance = Schemas['ProvenanceDto'];
