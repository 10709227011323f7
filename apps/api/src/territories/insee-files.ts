import type { CommuneMovement, CurrentCommune } from '@sillage/indicators';
import { readCsvFile } from './territory-file';

/** INSEE's files as published at insee.fr (Code officiel géographique; populations de référence). */
export interface InseeFiles {
  /** v_commune_2026.csv */
  readonly communes: string;
  /** v_mvt_commune_2026.csv */
  readonly movements: string;
  /** v_canton_2026.csv: the cantons' names. */
  readonly cantons?: string | undefined;
  /** donnees_communes.csv: populations municipales; Mayotte's come in a file of their own. */
  readonly populations?: readonly string[] | undefined;
}

export interface InseeCommune extends CurrentCommune {
  /** "Canton ou ville" of the commune; empty for Paris and where there are none. */
  readonly canton: string;
}

export async function readCommunes(file: string): Promise<InseeCommune[]> {
  const rows = await readCsvFile(file, {
    TYPECOM: ['typecom'],
    COM: ['com'],
    LIBELLE: ['libelle'],
    CAN: ['can'],
  });
  return rows
    .filter(({ cells }) => cells.TYPECOM === 'COM')
    .map(({ cells }) => ({ code: cells.COM, name: cells.LIBELLE, population: null, canton: cells.CAN }));
}

/**
 * The movements between communes. Those of communes déléguées and associées, and of arrondissements municipaux, change no
 * commune's perimeter (the commune they lie in has its own line).
 */
export async function readMovements(file: string): Promise<CommuneMovement[]> {
  const rows = await readCsvFile(file, {
    MOD: ['mod'],
    DATE_EFF: ['date_eff'],
    TYPECOM_AV: ['typecom_av'],
    COM_AV: ['com_av'],
    LIBELLE_AV: ['libelle_av'],
    TYPECOM_AP: ['typecom_ap'],
    COM_AP: ['com_ap'],
  });
  const isCommune = (type: string): boolean => type === 'COM' || type === '';
  return rows
    .filter(({ cells }) => isCommune(cells.TYPECOM_AV) && isCommune(cells.TYPECOM_AP))
    .map(({ cells }) => ({
      kind: Number(cells.MOD),
      date: cells.DATE_EFF,
      fromCode: cells.COM_AV,
      fromName: cells.LIBELLE_AV,
      toCode: cells.COM_AP,
    }));
}

export async function readCantonNames(file: string): Promise<Map<string, string>> {
  const rows = await readCsvFile(file, { CAN: ['can'], LIBELLE: ['libelle'] });
  return new Map(rows.map(({ cells }) => [cells.CAN, cells.LIBELLE]));
}

/** The code is in COM, or made of DEP and CODCOM where COM is empty (Mayotte's file: 976 + 601 → 97601). */
export async function readPopulations(file: string): Promise<Map<string, number>> {
  const rows = await readCsvFile(file, { DEP: ['dep'], CODCOM: ['codcom'], COM: ['com'], PMUN: ['pmun'] }, [
    'DEP',
    'CODCOM',
    'COM',
  ]);
  return new Map(
    rows.map(({ cells }) => [
      cells.COM || `${cells.DEP.slice(0, 2)}${cells.CODCOM}`,
      Number(cells.PMUN.replace(/\s/g, '')),
    ]),
  );
}
