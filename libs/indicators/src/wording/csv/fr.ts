/** What a reader reads about a small CSV file that a person wrote: a catalogue, a list of projects. */
export const csvFr = {
  missingColumn: (column: string) => `Ligne\u00a01\u00a0: la colonne obligatoire «\u00a0${column}\u00a0» est absente.`,
  unknownColumn: (column: string, known: string) =>
    `Ligne\u00a01\u00a0: la colonne «\u00a0${column}\u00a0» n’est pas connue. Colonnes possibles\u00a0: ${known}.`,
  missingCell: (line: number, column: string) =>
    `Ligne\u00a0${line}, colonne «\u00a0${column}\u00a0»\u00a0: la case est vide.`,
  wrongCell: (line: number, column: string, seen: string, expected: string) =>
    `Ligne\u00a0${line}, colonne «\u00a0${column}\u00a0»\u00a0: «\u00a0${seen}\u00a0» n’est pas attendu. Écrivez\u00a0: ${expected}.`,
  aNumber: 'un nombre entier positif',
};
