import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import iconv from 'iconv-lite';
import { Database } from '../../apps/api/src/database/database';
import { findTerritory } from '../../apps/api/src/territories/territories.queries';
import { TerritoriesService } from '../../apps/api/src/territories/territories.service';
import { listParts } from '../../apps/api/src/territories/territory-lists.queries';
import { refusalOf } from '../support/refusal';
import { someTerritories, type TerritoriesUnderTest } from '../support/territories';

const folder = mkdtempSync(path.join(os.tmpdir(), 'sillage-zones-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function aFile(lines: readonly string[], encoding = 'utf8'): string {
  const file = path.join(folder, 'zones.csv');
  writeFileSync(file, iconv.encode(lines.join('\r\n'), encoding));
  return file;
}

describe('a département’s own zones', () => {
  let under: TerritoriesUnderTest;
  let database: Database;
  let territories: TerritoriesService;

  beforeAll(async () => {
    under = await someTerritories();
    ({ database, territories } = under);
  });
  afterAll(() => under.close());

  const members = async (level: 'mds' | 'pvd', code: string): Promise<string[]> => {
    const zone = await findTerritory(database, level, code);
    return zone ? (await listParts(database, zone.id, 'commune')).map((commune) => commune.code) : [];
  };

  const zones = [
    'type;code;libelle;code_commune',
    'MDS;ALB;Maison de l’Albret;47167',
    'MDS;ALB;Maison de l’Albret;47221',
    'MDS;AGE;Maison d’Agen;47001',
    'PVD;NER;Nérac;47195',
  ];

  it('loads zones of several types, with their populations', async () => {
    expect(await territories.loadZones(aFile(zones))).toMatchObject({ zones: 3, communes: 4 });
    expect(await members('mds', 'ALB')).toEqual(['47167', '47221']);
    const [mezin, poudenas, zone] = await Promise.all([
      findTerritory(database, 'commune', '47167'),
      findTerritory(database, 'commune', '47221'),
      findTerritory(database, 'mds', 'ALB'),
    ]);
    expect(zone?.population).toBe((mezin?.population ?? 0) + (poudenas?.population ?? 0));
  });

  it('changes nothing when the same file is loaded again', async () => {
    expect(await territories.loadZones(aFile(zones))).toMatchObject({ changes: 0 });
  });

  it('reads what French Excel saves, under other titles', async () => {
    const file = aFile(
      ['Nature;Code zone;Intitulé;INSEE', 'Territoire d’action sociale;ALB;Maison de l’Albret;47167'],
      'win1252',
    );
    expect(await territories.loadZones(file)).toMatchObject({ zones: 1, communes: 1 });
    expect(await members('mds', 'ALB')).toEqual(['47167']);
    // A file replaces the zones of its types; the others stay, and so does the id of a zone that comes back.
    expect(await findTerritory(database, 'mds', 'AGE')).toBeUndefined();
    expect(await members('pvd', 'NER')).toEqual(['47195']);
    await territories.loadZones(aFile(zones));
    expect(await members('mds', 'AGE')).toEqual(['47001']);
  });

  it.each<[string, string[], RegExp]>([
    [
      'a commune in two zones of one type',
      [...zones, 'MDS;AGE;Maison d’Agen;47167'],
      /Ligne 6, colonne « code_commune » : lu « 47167 », attendu une commune qui ne soit pas déjà dans une zone de ce type \(Maison de l’Albret, ligne 2\)/,
    ],
    [
      'an unknown commune',
      [...zones, 'PVD;NER;Nérac;47999'],
      /Ligne 6, colonne « code_commune » : lu « 47999 », attendu le code Insee/,
    ],
    [
      'an unknown type',
      [...zones, 'ZUS;X;X;47002'],
      /Ligne 6, colonne « type » : lu « ZUS », attendu MDS, QPV, PVD ou zone/,
    ],
    [
      'two names for one zone',
      [...zones, 'PVD;NER;Nerac;47002'],
      /Ligne 6, colonne « libelle » : lu « Nerac », attendu le même nom/,
    ],
    [
      'no column of communes',
      ['type;code;libelle', 'MDS;A;A'],
      /la colonne « code_commune » est absente. Colonnes lues : type, code, libelle/,
    ],
    ['no row', ['type;code;libelle;code_commune'], /aucune ligne/],
  ])('refuses %s, and stores nothing', async (_, lines, reason) => {
    const refusal = await refusalOf(territories.loadZones(aFile(lines)));
    expect(refusal).toMatchObject({ status: 422, title: expect.stringContaining('n’a pas été chargé') });
    expect(refusal.detail).toMatch(reason);
    expect(await members('mds', 'ALB')).toEqual(['47167', '47221']);
  });

  it('lists every fault of a file at once, in the order of its lines', async () => {
    const lines = [...zones, 'ZUS;X;X;47002', 'MDS;AGE;Maison d’Agen;47999', 'MDS;AGE;Maison d’Agen;47167'];
    const { pointers } = await refusalOf(territories.loadZones(aFile(lines)));
    expect(pointers).toEqual([
      '/lignes/6/colonnes/type',
      '/lignes/7/colonnes/code_commune',
      '/lignes/8/colonnes/code_commune',
    ]);
  });
});
