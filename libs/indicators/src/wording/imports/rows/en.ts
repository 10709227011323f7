import type { Finding, RowFindingCode } from '../../../tabular/finding';
import type { FindingText } from '../finding-text';
import { isExponent } from '../is-exponent';
import { detail, placed, seen, text, where } from '../places/en';
import { valueFindingsEn } from '../values/en';

/** What a schema asks of a cell, by the name of its constraint. */
const schemaRules: Readonly<Record<string, (limit: string) => string>> = {
  required: () => 'a value',
  minimum: (limit) => `at least ${limit}`,
  maximum: (limit) => `at most ${limit}`,
  minLength: (limit) => `at least ${limit} characters`,
  maxLength: (limit) => `at most ${limit} characters`,
  enum: (limit) => `one of these values: ${limit}`,
  pattern: (limit) => `a text of the form ${limit}`,
  type: (limit) => `a value of type ${limit}`,
};

/** Sentences about rows and cells, in English. */
export const rowFindingsEn: Record<RowFindingCode, FindingText> = {
  NB_COLONNES: placed('Different number of columns', 'as many cells as headers', (finding) =>
    Number(finding.detail?.found) < Number(finding.detail?.expected)
      ? `${detail(finding, 'found')} cells for ${detail(finding, 'expected')} headers. Some are missing: the row may be cut. Add the separators of empty cells.`
      : `${detail(finding, 'found')} cells for ${detail(finding, 'expected')} headers. Quote decimal commas and separators.`,
  ),
  GUILLEMET_MAL_PLACE: placed(
    'Misplaced quotes',
    'inner quotes doubled',
    (finding) => `text follows the closing quote (read: ${seen(finding)}). Double the inner quotes or remove them.`,
  ),
  ENTETE_REPETE: placed('Header repeated', '', () => 'the row repeats the header; ignored.'),
  LIGNE_TOTAL: placed(
    'Total ignored',
    '',
    (finding) => `${seen(finding)} is a total; ignored so that nothing counts twice.`,
  ),
  LIGNE_NOTE: placed('Note ignored', '', (finding) => `the row is a note (${seen(finding)}); ignored.`),
  LIGNE_HORS_CHAMP: placed(
    'Row out of scope',
    '',
    (finding) => `${seen(finding)} is neither a territory nor a value to import; the row is ignored.`,
  ),
  LIGNE_ECARTEE: {
    title: 'Row left out',
    expected: '',
    message: (finding) => {
      const fault = titleOf(finding).toLowerCase();
      const why =
        finding.detail?.by === 'fault'
          ? `left out by your choice to leave out all rows with this fault: ${fault}`
          : `left out by your choice${fault === '' ? '' : `; its fault: ${fault}`}`;
      return `${where(finding)}: row ${why}${finding.seen === null ? '' : ` (${seen(finding)})`}. It is ignored.`;
    },
  },
  AUTRE_TABLEAU: placed('Another table below', 'one table per file', (finding) =>
    finding.detail?.isUnread
      ? `another table starts (${seen(finding)}). Its columns differ: its rows are ignored. Import it apart.`
      : `another table starts (${seen(finding)}). Its rows are read with that column of codes.`,
  ),
  LIGNE_AUTRE_TABLEAU: placed(
    'Row of another table',
    '',
    () => 'the row belongs to another table than the first; ignored.',
  ),
  REPARATION_REFUSEE: placed(
    'Mending refused',
    'a cell that reads as it stands',
    (finding) => `${seen(finding)} only reads with a mending that you refused. Correct the cell.`,
  ),
  ESPACES: placed('Needless spaces', 'no space around', (finding) => `spaces around ${seen(finding)} were removed.`),
  BALISE_HTML: placed(
    'Markup in a label',
    'plain text',
    (finding) => `the text holds a tag (${seen(finding)}); not imported.`,
  ),
  DONNEE_PERSONNELLE: placed(
    'Possible personal data',
    'no name, e-mail, telephone or social security number',
    () => 'the cell seems to hold personal data. Remove it from the file.',
  ),
  TERRITOIRE_INCONNU: placed(
    'Unknown territory',
    'an official code: commune 47167, EPCI 200068948, département 47',
    (finding) =>
      isExponent(finding.seen)
        ? `territory ${seen(finding)} is unknown. The spreadsheet turned the code into a number (scientific notation): give the code again, as text.`
        : `territory ${seen(finding)} is unknown. Check the code (leading zeros matter).`,
  ),
  TERRITOIRE_AMBIGU: placed(
    'Territory given by name',
    'an official code',
    (finding) =>
      `the name ${seen(finding)} is ambiguous${detail(finding, 'codes') === '' ? '' : ` (${detail(finding, 'codes')})`}. Give the code.`,
  ),
  NIVEAU_INCONNU: placed(
    'Unknown level',
    'commune, epci, canton, arrondissement, departement, region, france, qpv, mds or zone',
    (finding) =>
      `the level ${seen(finding)} is not known: its code could be taken for one of another level. Write commune, epci, canton, arrondissement, departement, region or france, or remove the row.`,
  ),
  TERRITOIRE_PAR_NOM: placed(
    'Territory known by its name',
    'an official code',
    (finding) =>
      `${seen(finding)} was read ${detail(finding, 'code')}, the only territory of that name. Check it, or give the code.`,
  ),
  LIBELLE_CONTRADICTOIRE: placed(
    'Label of another territory',
    'the name of the territory that the code designates',
    (finding) =>
      `${seen(finding)} is the name of another territory than ${detail(finding, 'code')} (“${detail(finding, 'name')}”). The code is kept: check that the rows are not shifted.`,
  ),
  CODE_NORMALISE: placed(
    'Code rewritten',
    'the code alone',
    (finding) => `${seen(finding)} was read ${detail(finding, 'code')}.`,
  ),
  ZERO_INITIAL: placed(
    'Leading zero lost',
    'the code with its zeros',
    (finding) => `${seen(finding)} was read ${detail(finding, 'code')} (leading zero lost by the spreadsheet).`,
  ),
  CODE_AUTRE_MILLESIME: placed(
    'Code of another vintage',
    'codes of one geography vintage',
    (finding) => `code ${seen(finding)} does not exist in the file’s geography; its last known perimeter was kept.`,
  ),
  COMMUNE_FUSIONNEE: placed(
    'Merged commune',
    'the code of the commune of today',
    (finding) => `commune ${seen(finding)} has merged; its values will be added to those of the new commune.`,
  ),
  COMMUNE_FUSIONNEE_NON_ADDITIVE: placed(
    'Rate of a merged commune',
    'a numerator and a denominator',
    (finding) => `${seen(finding)} is a rate of a commune that merged: without a denominator it cannot be combined.`,
  ),
  INDICATEUR_INCONNU: placed('Unknown indicator', 'a code of the catalogue, spelt exactly', (finding) => {
    const suggestion = detail(finding, 'suggestion');
    return `indicator ${seen(finding)} is unknown.${suggestion ? ` Did you mean “${suggestion}”?` : ''}`;
  }),
  PERIODE_INVALIDE: placed(
    'Invalid period',
    '2025, 2025-02, 2025-T1 or 28/02/2025',
    (finding) => `${seen(finding)} is no period. Write the year with four digits.`,
  ),
  PERIODE_HORS_BORNES: placed(
    'Period out of bounds',
    'a year from 1900 to next year',
    (finding) => `${seen(finding)} is out of bounds: from 1900 to ${detail(finding, 'latestYear')}.`,
  ),
  PERIODE_NORMALISEE: placed(
    'Period rewritten',
    '2025, 2025-02 or 2025-T1',
    (finding) => `${seen(finding)} was read ${detail(finding, 'period')}.`,
  ),
  ...valueFindingsEn,
  STATUT_INCONNU: placed(
    'Unknown status',
    'V, P, E, R or a mark of absence',
    (finding) => `status ${seen(finding)} is unknown.`,
  ),
  STATUT_CONTRADICTOIRE: placed(
    'Value and status disagree',
    'a value or an absence',
    (finding) => `the status says absent but ${seen(finding)} is given; the absence is kept.`,
  ),
  SECRET_PRIMAIRE: placed(
    'Small counts',
    '',
    (finding) => `fewer than ${detail(finding, 'threshold')} units: it will be hidden on display.`,
  ),
  DOUBLON_IDENTIQUE: placed(
    'Identical duplicate',
    'one row per territory, indicator and period',
    () => 'repeats an earlier row; ignored.',
  ),
  DOUBLON_CONFLIT: text('Conflicting duplicate', 'one value per territory, indicator and period', (finding) => {
    const first = detail(finding, 'firstLine');
    const lines = first ? `Lines ${first} and ${finding.line ?? ''}` : where(finding);
    const by = detail(finding, 'by');
    if (by !== '')
      return `${lines}: two rows for the same territory, indicator and period, told apart by what is not read (${by}). Keep the row of the whole.`;
    return `${lines}: two values for the same territory, indicator and period. Keep one.`;
  }),
  DOUBLON_RUPTURE: placed(
    'Two series at the break',
    'one value per territory, indicator and period',
    () => 'two values, before and after a series break; the new series is kept.',
  ),
  CONTRAINTE_SCHEMA: {
    title: 'Against the schema',
    expected: 'what the schema given asks',
    message: (finding) =>
      `${where(finding)}: ${finding.seen === '' ? 'the cell is empty' : seen(finding)}; the schema given asks for ${schemaRules[detail(finding, 'rule')]?.(detail(finding, 'limit')) ?? ''}.`,
  },
};

/** Of the fault for which a row was left out; none of one that its line alone designates. */
const titleOf = ({ detail: facts }: Finding): string => rowFindingsEn[facts?.fault as RowFindingCode]?.title ?? '';
