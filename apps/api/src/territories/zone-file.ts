import { sharedParts, type TerritoryLevel, territoriesFr, wholeOf } from '@sillage/indicators';
import type { Fault } from '../platform/csv-table';
import { readCsvFile, refuseFile } from './territory-file';

/** One line of a file of zones: a commune placed in a zone. */
export interface ZoneRow {
  readonly line: number;
  readonly level: TerritoryLevel;
  readonly code: string;
  readonly name: string;
  readonly commune: string;
}

const titles = {
  type: ['type', 'type_zone', 'type_de_zone', 'nature', 'echelon', 'maille', 'categorie'],
  code: ['code', 'code_zone', 'code_mds', 'code_qp', 'code_qpv', 'code_pvd', 'id_zone', 'identifiant'],
  libelle: ['libelle', 'nom', 'nom_zone', 'libelle_zone', 'lib_zone', 'intitule', 'nom_qp'],
  code_commune: ['code_commune', 'code_insee', 'insee', 'insee_com', 'codgeo', 'com', 'depcom', 'code_com', 'commune'],
} as const;

const levels: Readonly<Record<string, TerritoryLevel>> = {
  mds: 'mds',
  tas: 'mds',
  'maison departementale des solidarites': 'mds',
  "territoire d'action sociale": 'mds',
  qpv: 'qpv',
  qp: 'qpv',
  'quartier prioritaire': 'qpv',
  pvd: 'pvd',
  'petite ville de demain': 'pvd',
  'petites villes de demain': 'pvd',
  zone: 'zone',
};

const levelOf = (text: string): TerritoryLevel | undefined =>
  levels[text.normalize('NFD').replace(/\p{M}/gu, '').replace(/’/g, "'").trim().toLowerCase()];

/** Reads a département's own zones; `communes` tells whether each current commune is fictitious. */
export async function readZoneFile(file: string, communes: ReadonlyMap<string, boolean>): Promise<ZoneRow[]> {
  const lines = await readCsvFile(file, titles);
  const faults: Fault[] = [];
  const rows: ZoneRow[] = [];
  const firstOfZone = new Map<string, ZoneRow>();
  for (const { line, cells } of lines) {
    const fault = (column: keyof typeof titles, expected: string): void => {
      faults.push(cellFault(line, column, cells[column], expected));
    };
    const level = levelOf(cells.type);
    // Excel drops the zero of 01004.
    const commune = /^\d{4}$/.test(cells.code_commune) ? `0${cells.code_commune}` : cells.code_commune;
    if (!level) fault('type', territoriesFr.zones.type);
    if (cells.code === '') fault('code', territoriesFr.zones.aCode);
    if (cells.libelle === '') fault('libelle', territoriesFr.zones.aName);
    if (!communes.has(commune)) fault('code_commune', territoriesFr.zones.aCommune);
    if (!level || cells.code === '' || cells.libelle === '' || !communes.has(commune)) continue;
    const row: ZoneRow = { line, level, code: cells.code, name: cells.libelle, commune };
    const first = firstOfZone.get(`${level} ${row.code}`) ?? row;
    firstOfZone.set(`${level} ${row.code}`, first);
    if (first.name !== row.name) fault('libelle', territoriesFr.zones.sameName(first.name));
    if (communes.get(first.commune) !== communes.get(commune)) fault('code_commune', territoriesFr.zones.mixed);
    rows.push(row);
  }
  faults.push(...overlapFaults(rows));
  if (faults.length > 0)
    throw refuseFile(
      file,
      faults.sort((left, right) => lineOf(left) - lineOf(right)),
    );
  return rows;
}

/** Zones of one type are a partition of the communes they cover: no sum may count one twice. */
function overlapFaults(rows: readonly ZoneRow[]): Fault[] {
  return [...new Set(rows.map(({ level }) => level))].flatMap((level) => {
    const memberships = rows
      .filter((row) => row.level === level)
      .map((row) => ({ whole: row.code, part: row.commune, row }));
    return sharedParts(memberships).map(({ first, second }) => {
      const expected =
        wholeOf(second.part) === first.part
          ? territoriesFr.zones.wholeAndPart(first.part, first.row.line)
          : territoriesFr.zones.alreadyPlaced(first.row.name, first.row.line);
      return cellFault(second.row.line, 'code_commune', second.part, expected);
    });
  });
}

const cellFault = (line: number, column: string, seen: string, expected: string): Fault => ({
  pointer: `/lignes/${line}/colonnes/${column}`,
  detail: territoriesFr.files.cell(line, column, seen, expected),
});

const lineOf = ({ pointer }: Fault): number => Number(pointer.split('/')[2]);
