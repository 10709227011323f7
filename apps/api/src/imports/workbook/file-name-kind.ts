import path from 'node:path';

const textual = new Set(['.csv', '.tsv', '.txt', '.tab', '.dat']);

/** Whether a name promises delimited text: then the file must be some, or its sender would not know what is read. */
export const isNamedAsText = (fileName: string): boolean => textual.has(path.extname(fileName).toLowerCase());
