import type { csvFr } from './fr';

export const csvEn: typeof csvFr = {
  missingColumn: (column) => `Line 1: the mandatory column “${column}” is missing.`,
  unknownColumn: (column, known) => `Line 1: the column “${column}” is not known. Possible columns: ${known}.`,
  missingCell: (line, column) => `Line ${line}, column “${column}”: the cell is empty.`,
  wrongCell: (line, column, seen, expected) =>
    `Line ${line}, column “${column}”: “${seen}” is not expected. Write: ${expected}.`,
  aNumber: 'a positive whole number',
};
