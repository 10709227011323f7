import type { catalogueFr } from './fr';

export const catalogueEn: typeof catalogueFr = {
  unknownIndicator: (code) => `No indicator has the code “${code}”.`,
  howToFind: 'Indicators and their codes are listed on the page Method and sources.',
  refused: (name, count) =>
    count === 1
      ? `The catalogue “${name}” was not loaded: one mistake was found.`
      : `The catalogue “${name}” was not loaded: ${count} mistakes were found.`,
  refusedIndicator: 'This indicator was not added.',
  nothingWritten: 'Nothing was stored. Correct each mistake, then start again.',
  unreadable: (name) => `The file “${name}” does not exist or cannot be read.`,
  wrongExtension: (name) => `The file “${name}” is not a catalogue: a .json or .csv file is expected.`,
  notJson: (detail) => `The content is not valid JSON: ${detail}`,
  notACatalogue: 'Expected: {"indicators": [ … ]}, each indicator having the fields that GET /api/v1/indicators gives.',
  empty: 'The file holds no indicator.',
  aCode: 'capitals, digits, “-” and “_”, forty characters at most',
  wrongField: (code, field, detail) => `Indicator ${code}, field “${field}”: ${detail}.`,
  twice: (code) => `The code “${code}” is given twice.`,
  nameTaken: (code, name, owner) =>
    `Indicator ${code}: the name “${name}” already means the indicator ${owner}. Choose another.`,
  codeTaken: (code) =>
    `The code “${code}” is already taken. To change its definition, load a file with the command sillage catalogue load.`,
  unknownComponent: (code, component) =>
    `Indicator ${code}: the component “${component}” is not in the catalogue. Add it first, or in the same file.`,
  unknownSource: (code, source, known) =>
    `Indicator ${code}: the source “${source}” is not known. Possible sources: ${known}.`,
  ownFormula: 'Value given by the département',
  cli: {
    usage: 'Usage: sillage catalogue load FILE (.json or .csv)',
    loaded: (added, changed, unchanged) =>
      `Catalogue loaded: ${added} added, ${changed} changed, ${unchanged} unchanged.`,
  },
};
