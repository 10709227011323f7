import type { referentialFr } from './fr';

/** What is said of a folder that holds a referential of its own, in English. */
export const referentialEn: typeof referentialFr = {
  usage: 'Usage: sillage referential load FOLDER (territoires.csv, indicateurs.csv, fusions.csv)',
  refused: (folder, faults) =>
    `The referential “${folder}” cannot be read: ${faults < 2 ? 'one fault was found' : `${faults} faults were found`}. Mend each of them, then try again.`,
  missingFile: (name, titles) =>
    `The file ${name} is not in the folder or cannot be read. Expected: a CSV whose titles are ${titles}.`,
  missingFolder: 'The folder after --referential is missing.',
  empty: 'The file holds no data row.',
  aCode: 'a code in capitals and digits, with its zeros',
  decimals: 'a number of decimals from 0 to 6',
  twice: (line, code, first) => `Line ${line}: the code “${code}” is already given on line ${first}.`,
  former: 'a former commune, which territoires.csv does not list',
  listedCommune: 'a commune of territoires.csv',
  aDate: 'a date YYYY-MM-DD',
  loaded: (territories, mergers, indicators) =>
    `Referential loaded: ${territories} territories and ${mergers} mergers added, ${indicators} indicators added or changed.`,
};
