import type { FileHandle } from 'node:fs/promises';
import { CsvReader, type CsvRow, type EncodingName, withoutSepDirective } from '@sillage/indicators';
import iconv from 'iconv-lite';
import { piecesOf } from './file-survey';

const pieceBytes = 1 << 16;

/** The rows of a delimited text, piece by piece, with where in the file each piece ends; none after a row that ends the file. */
export async function* textRows(
  file: FileHandle,
  { encoding, delimiter, start = 0 }: { encoding: EncodingName; delimiter: string; start?: number },
): AsyncGenerator<{ rows: CsvRow[]; position: number }> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  let reader: CsvReader | undefined;
  let position = start;
  for await (const piece of piecesOf(file, start, pieceBytes)) {
    position = piece.position;
    let text = decoder.write(Buffer.from(piece.bytes));
    if (!reader) {
      const { body, firstLine } = withoutSepDirective(text);
      reader = new CsvReader(delimiter, firstLine);
      text = body;
    }
    yield { rows: reader.read(text), position };
    if (reader.isEnded) return;
  }
  if (reader) yield { rows: [...reader.read(decoder.end() ?? ''), ...reader.end()], position };
}
