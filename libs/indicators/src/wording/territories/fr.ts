import { formatDate } from '../format-date';
import { formatNumber } from '../format-number';

const count = (value: number): string => formatNumber(value, 0, 'fr');
const date = (isoDate: string): string => formatDate(isoDate, 'fr');
const plural = (value: number, one: string, many: string): string => `${count(value)} ${value < 2 ? one : many}`;
const list = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} et ${names.at(-1)}`;

/** What a reader reads about places: notices, refusals of files, and the command line. */
export const territoriesFr = {
  names: {
    france: 'France',
    corse: 'Corse',
    rhone: 'Rhône (hors Métropole de Lyon)',
    metropoleDeLyon: 'Métropole de Lyon',
    canton: (code: string) => `Canton ${code}`,
  },
  unknown: (level: string, code: string) => `Territoire inconnu\u00a0: ${level} ${code}.`,
  unknownLevel: (level: string) => `Échelon inconnu\u00a0: ${level}.`,
  howToFind: 'La recherche de territoires donne les codes, avec leurs zéros\u00a0: GET /api/v1/territories?q=nom.',
  within: (seen: string) =>
    `«\u00a0${seen}\u00a0» ne désigne pas un territoire\u00a0: un échelon et un code sont attendus, comme departement:47.`,
  partial: (part: {
    inside: number;
    total: number;
    insidePopulation: number;
    totalPopulation: number;
    departement: string;
  }) =>
    `${count(part.inside)} de ses ${plural(part.total, 'commune', 'communes')} (${count(part.insidePopulation)} habitants sur ${count(part.totalPopulation)}) ${part.inside < 2 ? 'est' : 'sont'} dans le département ${part.departement}. Ses totaux portent sur l’ensemble de ses communes\u00a0: ils ne s’ajoutent pas à ceux du département.`,
  /** Before a list of places that an EPCI lies in. */
  across: (departements: readonly string[]) =>
    `Ses communes sont réparties entre plusieurs départements\u00a0: ${list(departements)}.`,
  merged: (isoDate: string, names: readonly string[]) =>
    `Ce territoire réunit depuis le ${date(isoDate)}\u00a0: ${list(names)}. Ses données antérieures sont la somme de celles de ses composantes\u00a0; les médianes ne peuvent pas être reconstituées.`,
  split: (isoDate: string, names: readonly string[]) =>
    `Ce territoire est issu, le ${date(isoDate)}, d’un partage de ${list(names)}. Ses données antérieures sont estimées selon la population.`,
  recoded: (isoDate: string, codes: readonly string[]) =>
    `Ce territoire portait un autre code avant le ${date(isoDate)}\u00a0: ${list(codes)}.`,
  files: {
    unreadable: (name: string) => `Le fichier «\u00a0${name}\u00a0» n’existe pas ou ne peut pas être lu.`,
    refused: (name: string, faults: number) =>
      `Le fichier «\u00a0${name}\u00a0» n’a pas été chargé\u00a0: ${faults < 2 ? 'une faute a été trouvée' : `${count(faults)} fautes ont été trouvées`}. Rien n’a été enregistré.`,
    missingColumn: (column: string, seen: string) =>
      `Ligne\u00a01\u00a0: la colonne «\u00a0${column}\u00a0» est absente. Colonnes lues\u00a0: ${seen}. Attendu\u00a0: un fichier au format publié, avec sa ligne de titres.`,
    empty: 'Le fichier ne contient aucune ligne de données.',
    cell: (line: number, column: string, seen: string, expected: string) =>
      `Ligne\u00a0${count(line)}, colonne «\u00a0${column}\u00a0»\u00a0: lu «\u00a0${seen}\u00a0», attendu ${expected}.`,
    notGeoJson: 'Attendu\u00a0: un GeoJSON (FeatureCollection) de polygones, en longitudes et latitudes.',
    notWgs84: (seen: string) =>
      `Les coordonnées ne sont pas des longitudes et des latitudes (lu\u00a0: ${seen}). Convertissez le fichier en WGS84 (EPSG:4326).`,
    noCodeProperty: (seen: string) =>
      `Aucune propriété ne porte le code des territoires. Propriétés lues\u00a0: ${seen}. Nommez la bonne avec --code-property.`,
    noMatch: (level: string, seen: string) =>
      `Aucun code du fichier n’est celui d’un territoire de l’échelon ${level} (lus\u00a0: ${seen}). Vérifiez l’échelon et la propriété du code.`,
  },
  zones: {
    type: 'MDS, QPV, PVD ou zone',
    aCode: 'un code de zone',
    aName: 'le nom de la zone',
    aCommune: 'le code Insee d’une commune actuelle (cinq caractères)',
    sameName: (name: string) => `le même nom qu’à la première ligne de la zone («\u00a0${name}\u00a0»)`,
    alreadyPlaced: (zone: string, line: number) =>
      `une commune qui ne soit pas déjà dans une zone de ce type (${zone}, ligne\u00a0${count(line)})\u00a0: une somme la compterait deux fois`,
    wholeAndPart: (whole: string, line: number) =>
      `une commune ou ses arrondissements, pas les deux (${whole} est à la ligne\u00a0${count(line)})`,
    mixed: 'des communes toutes réelles ou toutes fictives dans une même zone',
  },
  unknownHome: (code: string) => `Aucun département ne porte le code «\u00a0${code}\u00a0».`,
  howToChooseHome: 'Écrivez le code avec ses zéros\u00a0: 01, 2A, 47, 971… ou 00 pour le département fictif.',
  cli: {
    usage: [
      'Usage\u00a0:',
      '  sillage territories load reference',
      '  sillage territories load insee --communes FICHIER --movements FICHIER [--cantons FICHIER] [--populations FICHIER]…',
      '  sillage territories load contours FICHIER --level ÉCHELON [--code-property PROPRIÉTÉ]',
      '  sillage territories load zones FICHIER',
      '  sillage territories home CODE',
      '',
      'ÉCHELON\u00a0: commune, epci, canton, arrondissement, departement, region, mds, qpv, pvd ou zone.',
    ].join('\n'),
    missingOption: (option: string) => `Il manque l’option --${option}.`,
    missingFile: 'Il manque le nom du fichier.',
    unknownAction: (seen: string) => `Action inconnue\u00a0: ${seen}.`,
    reference: (vintage: number, report: { territories: number; links: number; closed: number }) =>
      report.territories + report.links + report.closed === 0
        ? `Géographie ${vintage} déjà chargée\u00a0: rien n’a changé.`
        : `Géographie ${vintage} chargée\u00a0: ${plural(report.territories, 'territoire', 'territoires')}, ${plural(report.links, 'rattachement', 'rattachements')}, ${plural(report.closed, 'territoire disparu', 'territoires disparus')}.`,
    history: (report: { perimeters: number; changes: number; cantons: number; contradictions: number }) =>
      `Historique chargé\u00a0: ${plural(report.perimeters, 'périmètre ajouté ou modifié', 'périmètres ajoutés ou modifiés')}, ${plural(report.changes, 'changement de périmètre', 'changements de périmètre')}, ${plural(report.cantons, 'canton', 'cantons')}.${report.contradictions > 0 ? ` ${plural(report.contradictions, 'mouvement laissé', 'mouvements laissés')} de côté\u00a0: contraire à la liste des communes.` : ''}`,
    contours: (report: { loaded: number; derived: number; kilobytes: number }) =>
      `${plural(report.loaded, 'contour chargé', 'contours chargés')} (${count(report.kilobytes)}\u00a0ko compressés), ${plural(report.derived, 'contour déduit', 'contours déduits')} pour les échelons supérieurs.`,
    unmatched: (codes: readonly string[]) =>
      `${plural(codes.length, 'code du fichier ne désigne', 'codes du fichier ne désignent')} aucun territoire actuel\u00a0: ${codes.slice(0, 10).join(', ')}${codes.length > 10 ? '…' : ''}.`,
    uncovered: (names: readonly string[]) =>
      `${plural(names.length, 'territoire reste', 'territoires restent')} sans contour dans les départements du fichier\u00a0: ${names.slice(0, 10).join(', ')}${names.length > 10 ? '…' : ''}.`,
    zones: (report: { zones: number; communes: number }) =>
      `${plural(report.zones, 'zone chargée', 'zones chargées')}, ${plural(report.communes, 'commune rattachée', 'communes rattachées')}.`,
    home: (name: string) => `Territoire d’accueil\u00a0: ${name}.`,
    rebuildQueued: 'Les chiffres seront recalculés\u00a0: la tâche est en attente.',
  },
};
