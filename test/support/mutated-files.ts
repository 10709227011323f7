import fc from 'fast-check';
import iconv from 'iconv-lite';

const names = ['L’Abergement-Clémenciat', 'Ambérieu-en-Bugey', 'Anglefort', 'Valserhône', 'Ajaccio'];
const codes = ['01001', '01004', '01010', '01033', '2A004'];
const rows = (values: readonly string[], period = '2023', indicator = 'NB_APA'): string =>
  codes
    .map((code, rank) => `${code};${names[rank]};${period};${indicator};${values[rank % values.length]}\r\n`)
    .join('');
const header = 'code_territoire;libelle;annee;indicateur;valeur\r\n';
const years = Array.from({ length: 20 }, (_, rank) => String(2000 + rank));

/** Files as départements send them: every encoding, shape, notation and remark that the readers know. */
export const likelyFiles: readonly Buffer[] = [
  header + rows(['27', '14', '513', '61', '88']),
  header + years.map((year) => rows(['100', '2 000', '3 000,5'], year, 'MT_APA')).join(''),
  `sep=;\r\n${header}${rows(['s', 'nd', '12', '/', '']).replaceAll('"', '')}TOTAL;;2023;NB_APA;12\r\nSource : Drees\r\n`,
  `Titre du tableau\r\n\r\nChamp : France\r\n${header}${rows(['1,5', '2,25', '99,9 %'], 'T1 2023', 'TX_RSA')}`,
  `code_territoire;annee;NB_APA;MT_APA;SOLDE_MIG\r\n01001;2023;27;1 000,50;-12\r\n01004;2023;31;2 000,50;5\r\n`,
  `code_territoire;indicateur;${years.join(';')}\r\n01001;NB_APA;${years.map((_, rank) => 100 + rank).join(';')}\r\n`,
  `code_territoire,annee,indicateur,numerateur,denominateur,statut\n01001,2023,TX_RSA,5,100,p\n01004,2023,TX_RSA,8,0,\n`,
  header + codes.map((code) => `"${code}";"un ""nom""\r\nsur deux; lignes";2023;NB_APA;"1 027"\r\n`).join(''),
  header.replaceAll(';', '\t') + rows(['27', '14']).replaceAll(';', '\t'),
  header.replaceAll(';', '|') + rows(['27', '14']).replaceAll(';', '|'),
  header + rows(['27'], '31/12/2023') + rows(['28'], 'janv-22') + rows(['29'], '2022/2023'),
  header + rows(['27']) + header + rows(['27']) + rows(['28']),
].flatMap((text, rank) => [
  Buffer.from(text),
  ...(rank % 3 === 0 ? [iconv.encode(text, 'win1252'), iconv.encode(text, 'utf16-le', { addBOM: true })] : []),
]);

const nasty = [
  '',
  '"',
  '""',
  ';',
  ',',
  '\t',
  '|',
  '\r',
  '\n',
  '\r\n\r\n',
  '\0',
  '\ufeff',
  '\u202e',
  '\u00a0',
  '\u0301',
].concat([
  '="',
  '#N/A',
  'NaN',
  '1e309',
  '-0',
  '0x1F',
  '٢٧',
  '<script>',
  "'); drop table x;--",
  '\\.',
  '\\N',
  '__proto__',
  'TOTAL',
  '🎉',
]);

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...nasty).map((text) => Buffer.from(text)) },
  { weight: 2, arbitrary: fc.uint8Array({ maxLength: 12 }).map((bytes) => Buffer.from(bytes)) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }).map((text) => Buffer.from(text)) },
  { weight: 1, arbitrary: fc.constantFrom(';', 'a', '"', '9').map((text) => Buffer.from(text.repeat(3_000))) },
);

/** Share of the file where a change happens, so that any file can take it. */
const place = fc.double({ min: 0, max: 1, noNaN: true });
type Change = (bytes: Buffer) => Buffer;
const at = (bytes: Buffer, where: number): number => Math.floor(where * bytes.length);

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(place, piece, fc.nat(20)).map(
    ([where, put, dropped]): Change =>
      (bytes) =>
        Buffer.concat([bytes.subarray(0, at(bytes, where)), put, bytes.subarray(at(bytes, where) + dropped)]),
  ),
  fc.tuple(place, fc.nat(255)).map(
    ([where, mask]): Change =>
      (bytes) => {
        const flipped = Buffer.from(bytes);
        if (flipped.length > 0) flipped[Math.min(at(bytes, where), flipped.length - 1)]! ^= mask;
        return flipped;
      },
  ),
  place.map(
    (where): Change =>
      (bytes) =>
        bytes.subarray(0, at(bytes, where)),
  ),
  place.map(
    (where): Change =>
      (bytes) =>
        bytes.subarray(at(bytes, where)),
  ),
  fc.tuple(place, place, fc.constantFrom(...likelyFiles)).map(
    ([where, from, other]): Change =>
      (bytes) =>
        Buffer.concat([bytes.subarray(0, at(bytes, where)), other.subarray(at(other, from))]),
  ),
  fc.tuple(fc.constantFrom(59, 44, 9, 124, 13, 10, 34), fc.constantFrom(59, 44, 9, 124, 13, 10, 34, 32, 0)).map(
    ([from, to]): Change =>
      (bytes) =>
        Buffer.from(bytes.map((byte) => (byte === from ? to : byte))),
  ),
  fc.tuple(place, place).map(
    ([one, two]): Change =>
      (bytes) => {
        const [start, end] = [at(bytes, Math.min(one, two)), at(bytes, Math.max(one, two))];
        return Buffer.concat([bytes, bytes.subarray(start, end), bytes.subarray(start, end)]);
      },
  ),
);

/** A likely file after one to five accidents; now and then bytes of nowhere. */
export const aMutatedFile: fc.Arbitrary<Buffer> = fc.oneof(
  {
    weight: 30,
    arbitrary: fc
      .tuple(fc.constantFrom(...likelyFiles), fc.array(change, { minLength: 1, maxLength: 5 }))
      .map(([file, changes]) => changes.reduce((bytes, next) => next(bytes), file)),
  },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 600 }).map((bytes) => Buffer.from(bytes)) },
);
