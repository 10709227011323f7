import fc from 'fast-check';
import { extracted } from '../../../../../test/support/workbooks/extracted';
import { odsOf } from '../../../../../test/support/workbooks/ods';
import { xlsOf } from '../../../../../test/support/workbooks/xls';
import { xlsxOf } from '../../../../../test/support/workbooks/xlsx';
import { type ZipPart, zipOf } from '../../../../../test/support/workbooks/zip';

const rows = Array.from({ length: 30 }, (_, rank) => [
  String(rank).padStart(2, '0'),
  'Département à accents',
  rank * 1.37,
  { number: 43_861 + rank, format: 'dd/mm/yyyy' },
  rank % 2 === 0,
]);
const sheets = [
  { name: 'Un', rows, merges: ['A1:B1', 'A2:A4'] },
  { name: 'Deux', rows: rows.slice(3) },
];

const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  bytes: fc.array(fc.oneof(fc.constantFrom(0, 1, 0x22, 0x3c, 0x3e, 0x7f, 0x80, 0xff), fc.nat(255)), { maxLength: 6 }),
  dropped: fc.nat(12),
});
const changes = fc.array(change, { minLength: 1, maxLength: 6 });

function mangled(bytes: Buffer, made: readonly { at: number; bytes: readonly number[]; dropped: number }[]): Buffer {
  let result = bytes;
  for (const { at, bytes: put, dropped } of made) {
    const place = Math.floor(at * result.length);
    result = Buffer.concat([result.subarray(0, place), Buffer.from(put), result.subarray(place + dropped)]);
  }
  return result;
}

/** The parts of a workbook, of which one is changed before it is zipped: the XML is reached, not only the zip. */
const partsOf = (name: string): readonly ZipPart[] => {
  const kept: ZipPart[] = [];
  const keep = (parts: readonly ZipPart[]): Buffer => {
    kept.push(...parts);
    return Buffer.alloc(0);
  };
  if (name === 'XLSX') xlsxOf(sheets, {}, keep);
  else odsOf(sheets, [], keep);
  return kept;
};

async function verdictOf(bytes: Buffer): Promise<void> {
  const { table } = await extracted(bytes);
  if (table.kind === 'refused') expect(table.findings).toHaveLength(1);
}

describe('a workbook with mangled bytes', () => {
  it.each([
    ['XLSX', xlsxOf(sheets)],
    ['ODS', odsOf(sheets)],
    ['XLS', xlsOf(sheets)],
    ['XLS of 1995', xlsOf(sheets, { isBiff5: true })],
  ])('is read or refused, never worse (%s)', async (_, bytes) => {
    await fc.assert(
      fc.asyncProperty(changes, (made) => verdictOf(mangled(bytes, made))),
      { numRuns: 400, seed: 4 },
    );
  });

  it.each(['XLSX', 'ODS'])('is read or refused when a part of it is mangled (%s)', async (name) => {
    const parts = partsOf(name);
    const one = fc.record({ rank: fc.nat(parts.length - 1), made: changes });
    await fc.assert(
      fc.asyncProperty(one, ({ rank, made }) =>
        verdictOf(
          zipOf(
            parts.map((part, at) => (at === rank ? { ...part, body: mangled(Buffer.from(part.body), made) } : part)),
          ),
        ),
      ),
      { numRuns: 400, seed: 4 },
    );
  });
});
