import type { PlausibilityCode } from '../plausibility/plausibility-policy';
import { withoutPersonalData } from './personal-data';

/** Error: the row (or the file) is refused. Warning: look before publishing. Information: worth knowing, nothing to do. */
export type FindingSeverity = 'error' | 'warning' | 'information';

/** Remarks on a whole file: its kind, its characters, its columns. */
const fileFindings = {
  FICHIER_VIDE: 'error',
  AUCUNE_LIGNE: 'error',
  TYPE_FICHIER: 'error',
  ENC_INCONNU: 'error',
  ENC_INVALIDE: 'error',
  ENC_CP1252: 'warning',
  ENC_MACROMAN: 'warning',
  ENC_CP850: 'warning',
  ENC_UTF16: 'warning',
  ENC_UTF16_SANS_BOM: 'warning',
  MOJIBAKE: 'warning',
  OCTET_NUL: 'error',
  FIN_LIGNE_CR: 'warning',
  SEP_INCOHERENT: 'warning',
  LIGNES_TITRE: 'warning',
  ENTETE_INCONNU: 'error',
  ENTETE_DUPLIQUE: 'error',
  ENTETE_TROP_LONG: 'error',
  ENTETES_CHANGES: 'error',
  NIVEAU_AMBIGU: 'error',
  COLONNE_MANQUANTE: 'error',
  COLONNES_VIDES: 'warning',
  COLONNE_IGNOREE: 'warning',
  COLONNE_DESCRIPTIVE: 'information',
  SERIE_REMPLACEE: 'information',
  AUCUN_INDICATEUR: 'error',
  AUCUNE_VALEUR: 'error',
  PLAUSIBILITE_PARTIELLE: 'information',
  DONNEES_NOMINATIVES: 'error',
  TROP_DE_COLONNES: 'error',
  CHAMP_TROP_LONG: 'error',
  GUILLEMET_NON_FERME: 'error',
  CARACTERE_INVISIBLE: 'warning',
  SCHEMA_PARTIEL: 'information',
} as const satisfies Record<string, FindingSeverity>;

/** Remarks on a workbook or an archive. */
const workbookFindings = {
  ARCHIVE_INTERDITE: 'error',
  BOMBE_DECOMPRESSION: 'error',
  FICHIER_PROTEGE: 'error',
  CLASSEUR_ILLISIBLE: 'error',
  CLASSEUR_TROP_GRAND: 'error',
  FEUILLE_INCONNUE: 'error',
  FEUILLES_TOUTES_MASQUEES: 'error',
  FEUILLES_IGNOREES: 'warning',
  FEUILLES_MASQUEES: 'warning',
  MACROS_IGNOREES: 'information',
  LIGNES_MASQUEES: 'information',
  FORMULES_SANS_VALEUR: 'warning',
  ARCHIVE_LUE: 'information',
} as const satisfies Record<string, FindingSeverity>;

/** Remarks on a row and its cells. */
const rowFindings = {
  NB_COLONNES: 'error',
  GUILLEMET_MAL_PLACE: 'warning',
  ENTETE_REPETE: 'warning',
  LIGNE_TOTAL: 'warning',
  LIGNE_NOTE: 'warning',
  LIGNE_HORS_CHAMP: 'warning',
  LIGNE_ECARTEE: 'warning',
  AUTRE_TABLEAU: 'warning',
  LIGNE_AUTRE_TABLEAU: 'warning',
  REPARATION_REFUSEE: 'error',
  ESPACES: 'warning',
  BALISE_HTML: 'warning',
  DONNEE_PERSONNELLE: 'warning',
  TERRITOIRE_INCONNU: 'error',
  TERRITOIRE_AMBIGU: 'error',
  NIVEAU_INCONNU: 'error',
  TERRITOIRE_PAR_NOM: 'warning',
  LIBELLE_CONTRADICTOIRE: 'warning',
  CODE_NORMALISE: 'warning',
  ZERO_INITIAL: 'warning',
  CODE_AUTRE_MILLESIME: 'warning',
  COMMUNE_FUSIONNEE: 'warning',
  COMMUNE_FUSIONNEE_NON_ADDITIVE: 'error',
  INDICATEUR_INCONNU: 'error',
  PERIODE_INVALIDE: 'error',
  PERIODE_HORS_BORNES: 'error',
  PERIODE_NORMALISEE: 'warning',
  NOMBRE_INVALIDE: 'error',
  NOMBRE_AMBIGU: 'error',
  NOMBRE_HORS_BORNES: 'error',
  ERREUR_EXCEL: 'error',
  VALEUR_NEGATIVE: 'error',
  VALEUR_HORS_BORNES: 'warning',
  ESPACE_INHABITUEL: 'warning',
  APPEL_NOTE: 'warning',
  FORMAT_NOMBRE: 'warning',
  UNITE_POURCENT: 'warning',
  UNITE_CONTRADICTOIRE: 'error',
  VALEURS_MANQUANTES: 'warning',
  DENOMINATEUR_NUL: 'warning',
  RATIO_INCOHERENT: 'warning',
  STATUT_INCONNU: 'warning',
  STATUT_CONTRADICTOIRE: 'warning',
  SECRET_PRIMAIRE: 'warning',
  DOUBLON_IDENTIQUE: 'warning',
  DOUBLON_CONFLIT: 'error',
  DOUBLON_RUPTURE: 'warning',
  CONTRAINTE_SCHEMA: 'error',
} as const satisfies Record<string, FindingSeverity>;

/** Remarks on values taken together, which no policy weighs. */
const valueFindings = {
  EFFECTIF_DECIMAL: 'warning',
} as const satisfies Record<string, FindingSeverity>;

/** Unless the indicator asks for more or less. */
const plausibilityFindings = {
  SAUT: 'warning',
  VALEUR_EXTREME: 'warning',
  TOTAL_INCOHERENT: 'warning',
  GRANULARITES_MELEES: 'warning',
  UNITE_PARTS: 'warning',
} as const satisfies Record<PlausibilityCode, FindingSeverity>;

/** Every remark that reading a file can make. The codes are stable: files, screens and other programs quote them. */
export const findingSeverities = {
  ...fileFindings,
  ...workbookFindings,
  ...rowFindings,
  ...valueFindings,
  ...plausibilityFindings,
};

export type FileFindingCode = keyof typeof fileFindings;
export type WorkbookFindingCode = keyof typeof workbookFindings;
export type RowFindingCode = keyof typeof rowFindings;
/** What is said of values taken together. */
export type ValueFindingCode = keyof typeof valueFindings | PlausibilityCode;
export type FindingCode = FileFindingCode | WorkbookFindingCode | RowFindingCode | ValueFindingCode;

/** Faults for which a row is rejected: all its like may be left out at once. */
export const rowFaults = (Object.keys(rowFindings) as RowFindingCode[]).filter((code) => rowFindings[code] === 'error');

export const severityOf = (code: FindingCode): FindingSeverity => findingSeverities[code];
export const gravityOf = ({ code, severity }: Pick<Finding, 'code' | 'severity'>): FindingSeverity =>
  severity ?? severityOf(code);

/** A remark, where it applies, and what was seen there. Its sentences are in wording/imports. */
export interface Finding {
  readonly code: FindingCode;
  /** Physical line of the file (the first is 1); null for a remark on the whole file. */
  readonly line: number | null;
  /** Of a workbook: the sheet whose line it is. */
  readonly sheet?: string | undefined;
  /** Header of the column. */
  readonly column: string | null;
  readonly seen: string | null;
  /** What a sentence needs besides: a suggestion, another line, a limit. */
  readonly detail?: Readonly<Record<string, string | number>>;
  /** Where it is not that of its code. */
  readonly severity?: FindingSeverity;
}

const seenLimit = 120;

/** What was seen, short enough to print. */
export const excerpt = (text: string): string => (text.length > seenLimit ? `${text.slice(0, seenLimit)}…` : text);

/** Enough beyond the limit that no number is cut before it is known for what it is. */
const seenText = (text: string): string => excerpt(withoutPersonalData(text.slice(0, 3 * seenLimit)));

export const aFinding = (
  code: FindingCode,
  line: number | null,
  column: string | null,
  seen: string | null,
  detail?: Finding['detail'],
): Finding => ({ code, line, column, seen: seen === null ? null : seenText(seen), ...(detail ? { detail } : {}) });
