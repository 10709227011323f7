import { readFile } from 'node:fs/promises';
import { type TerritoryLevel, territoriesFr } from '@sillage/indicators';
import type { LinkRow, TerritoryRow } from './territory-writer';

interface CommuneEntry {
  readonly code: string;
  readonly nom: string;
  readonly type: 'commune-actuelle' | 'commune-deleguee' | 'commune-associee' | 'arrondissement-municipal';
  readonly departement: string;
  readonly arrondissement?: string;
  readonly commune?: string;
  readonly population?: number;
  readonly anciensCodes?: readonly string[];
}

interface PlaceEntry {
  readonly code: string;
  readonly nom: string;
  readonly departement?: string;
  readonly region?: string;
  readonly zone?: 'metro' | 'drom' | 'com';
}

interface EpciEntry {
  readonly code: string;
  readonly nom: string;
  readonly membres: readonly { readonly code: string }[];
}

export interface ReferenceGeography {
  /** Year of the Code officiel géographique. */
  readonly vintage: number;
  readonly version: string;
  readonly territories: readonly TerritoryRow[];
  readonly links: readonly LinkRow[];
  /** Codes that communes had, or that other communes had before joining them, and the code that holds them now. */
  readonly formerCodes: ReadonlyMap<string, string>;
}

/** The levels that a reference geography knows wholly: what it no longer lists no longer exists. */
export const referenceLevels: readonly TerritoryLevel[] = [
  'commune-part',
  'commune',
  'epci',
  'arrondissement',
  'departement-part',
  'departement',
  'departement-group',
  'region',
  'france',
];

/** The package's own entry point reads its files from the current folder: they are read directly. */
async function read<Content>(file: string): Promise<Content> {
  const path = require.resolve(`@etalab/decoupage-administratif/${file}`);
  return JSON.parse(await readFile(path, 'utf8')) as Content;
}

/** One major version a year: 6.0.0 follows the COG of 2026. */
const vintageOf = (version: string): number => 2020 + Number(version.split('.')[0]);

/** Métropole de Lyon: since 2015 it holds the powers of a département on its ground, 69M; the rest of 69 is 69D. */
const metropoleDeLyon = '200046977';

export async function readReferenceVersion(): Promise<string> {
  const { version } = await read<{ version: string }>('package.json');
  return version;
}

/** Codes, names, populations and memberships of France (Etalab's découpage administratif: INSEE, DGCL; Licence Ouverte). */
export async function readReferenceGeography(): Promise<ReferenceGeography> {
  const [version, entries, epcis, departements, arrondissements, regions] = await Promise.all([
    readReferenceVersion(),
    read<CommuneEntry[]>('data/communes.json'),
    read<EpciEntry[]>('data/epci.json'),
    read<PlaceEntry[]>('data/departements.json'),
    read<PlaceEntry[]>('data/arrondissements.json'),
    read<PlaceEntry[]>('data/regions.json'),
  ]);
  const content = new ContentBuilder();
  for (const entry of entries) {
    if (entry.type === 'commune-actuelle') content.add('commune', entry.code, entry.nom, entry.population ?? null);
    if (entry.type === 'arrondissement-municipal') {
      content.add('commune-part', entry.code, entry.nom, entry.population ?? null);
    }
  }
  for (const { code, nom, zone } of regions) if (zone !== 'com') content.add('region', code, nom);
  for (const { code, nom } of departements) content.add('departement', code, nom);
  for (const { code, nom } of arrondissements) content.add('arrondissement', code, nom);
  for (const { code, nom } of epcis) content.add('epci', code, nom);
  content.add('france', 'FR', territoriesFr.names.france);
  content.add('departement-group', '20', territoriesFr.names.corse);

  for (const { code, type, commune, departement, arrondissement } of entries) {
    if (type === 'arrondissement-municipal' && commune) content.link('commune', commune, 'commune-part', code);
    if (type !== 'commune-actuelle') continue;
    content.link('departement', departement, 'commune', code);
    if (arrondissement) content.link('arrondissement', arrondissement, 'commune', code);
  }
  for (const { code, membres } of epcis)
    for (const member of membres) content.link('epci', code, 'commune', member.code);
  content.sum('commune', ['departement', 'arrondissement', 'epci']);

  // The collectivités d'outre-mer (zone "com") belong to no région and are not in INSEE's totals of France.
  for (const { code, region, zone } of departements) {
    if (zone === 'com' || !region) continue;
    if (code === '2A' || code === '2B') content.link('departement-group', '20', 'departement', code);
    else content.link('region', region, 'departement', code);
  }
  content.sum('departement', ['departement-group']);
  content.link('region', '94', 'departement-group', '20');
  for (const { code, zone } of regions) if (zone !== 'com') content.link('france', 'FR', 'region', code);
  content.sum('departement', ['region']);
  content.sum('departement-group', ['region']);
  content.sum('region', ['france']);

  const rhone = content.population('departement', '69');
  const metropole = content.population('epci', metropoleDeLyon);
  content.add('departement-part', '69D', territoriesFr.names.rhone, rhone - metropole);
  content.add('departement-part', '69M', territoriesFr.names.metropoleDeLyon, metropole);
  content.link('departement', '69', 'departement-part', '69D');
  content.link('departement', '69', 'departement-part', '69M');
  const formerCodes = new Map(
    entries.flatMap(({ code, anciensCodes = [] }) => anciensCodes.map((former) => [former, code] as const)),
  );
  return { vintage: vintageOf(version), version, territories: content.territories, links: content.links, formerCodes };
}

class ContentBuilder {
  private readonly rows = new Map<string, TerritoryRow>();
  readonly links: LinkRow[] = [];

  add(level: TerritoryLevel, code: string, name: string, population: number | null = null): void {
    this.rows.set(`${level} ${code}`, { level, code, name, population });
  }

  link(parentLevel: TerritoryLevel, parentCode: string, childLevel: TerritoryLevel, childCode: string): void {
    this.links.push({ parentLevel, parentCode, childLevel, childCode });
  }

  population(level: TerritoryLevel, code: string): number {
    return this.rows.get(`${level} ${code}`)?.population ?? 0;
  }

  /** Adds the population of the children at a level to their parents at other levels. */
  sum(childLevel: TerritoryLevel, parentLevels: readonly TerritoryLevel[]): void {
    for (const link of this.links) {
      if (link.childLevel !== childLevel || !parentLevels.includes(link.parentLevel)) continue;
      const key = `${link.parentLevel} ${link.parentCode}`;
      const parent = this.rows.get(key);
      if (!parent) continue;
      const population = (parent.population ?? 0) + this.population(childLevel, link.childCode);
      this.rows.set(key, { ...parent, population });
    }
  }

  get territories(): TerritoryRow[] {
    return [...this.rows.values()];
  }
}
