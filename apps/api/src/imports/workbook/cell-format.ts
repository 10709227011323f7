/** How a cell shows its number. */
export type CellFormat = 'number' | 'date' | 'year' | 'time' | 'percent';

/** Formats that files name by a number without writing them (ECMA-376 part 1, 18.8.30, with the East Asian dates). */
export function builtinFormat(id: number): CellFormat | undefined {
  if (id === 9 || id === 10) return 'percent';
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36) return 'date';
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47) || (id >= 32 && id <= 35)) return 'time';
  if (id >= 50 && id <= 58) return 'date';
  return id < 164 ? 'number' : undefined;
}

/** Reads a format code: "dd/mm/yyyy", "[$-40C]mmm-yy;@", "0.0 %". */
export function formatOfCode(code: string): CellFormat {
  const first = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    // colours, languages and conditions; not an elapsed time ([h]:mm)
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
    .split(';')[0]!
    .toLowerCase();
  if (/general|standard/.test(first)) return 'number';
  if (first.includes('%')) return 'percent';
  const letters = first.replace(/am\/pm|a\/p/g, 'h').replace(/[^a-z]/g, '');
  if (/[dyj]|aa/.test(letters)) return /^(?:y+|a+)$/.test(letters) ? 'year' : 'date';
  if (/[hs]/.test(letters)) return 'time';
  return letters.includes('m') ? 'date' : 'number';
}

/** Days between 1899-12-30 and 1970-01-01. */
const unixDay = 25_569;
const lastSerial = 2_958_465;
const daySeconds = 86_400;

/** A number as a text file writes it: every digit, a date in ISO 8601, a share in percent. */
export function numberText(value: number, format: CellFormat, is1904: boolean): string {
  if (format === 'percent') return `${unambiguous(shifted(value, 2))}%`;
  if (format === 'number') return unambiguous(value);
  const serial = is1904 ? value + 1_462 : value;
  if (serial < 0 || serial > lastSerial + 1) return unambiguous(value);
  return format === 'time' ? timeText(serial) : dateText(serial, format, is1904);
}

/** "3.812" could be read as thousands, "3.8120" could not. */
function unambiguous(value: number): string {
  const text = String(value);
  if (Number.isInteger(value)) return text;
  return /^-?\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text;
}

/** Moves the decimal mark without a binary rounding: 0.07 gives 7, never 7.000000000000001. */
function shifted(value: number, places: number): number {
  const [digits = '0', exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}

function dateText(serial: number, format: 'date' | 'year', is1904: boolean): string {
  const seconds = Math.round((serial % 1) * daySeconds);
  let day = Math.floor(serial) + (seconds === daySeconds ? 1 : 0);
  // the calendar of 1900 counts a 29 February that never was
  if (!is1904 && day === 60) return format === 'year' ? '1900' : '1900-02-29';
  if (!is1904 && day < 60) day += 1;
  const iso = new Date((day - unixDay) * daySeconds * 1000).toISOString();
  if (format === 'year') return iso.slice(0, 4);
  const time = seconds % daySeconds;
  return time === 0 ? iso.slice(0, 10) : `${iso.slice(0, 10)}T${clock(time)}`;
}

/** A time alone, or a length of time beyond a day. */
function timeText(serial: number): string {
  return clock(Math.round(serial * daySeconds));
}

const two = (value: number): string => String(value).padStart(2, '0');

const clock = (seconds: number): string =>
  `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
