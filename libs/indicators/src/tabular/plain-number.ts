const powersOfTen = Array.from({ length: 23 }, (_, exponent) => 10 ** exponent);

/** A plain number read from bytes: an optional minus, up to 15 digits, an optional comma or point among them. NaN: none. */
export class PlainNumber {
  value = Number.NaN;
  start = 0;
  end = 0;
  hasPoint = false;

  clear(): true {
    this.value = Number.NaN;
    return true;
  }

  /**
   * False for anything else, and for "1,234" or "1.234" whose meaning depends on the file. Fifteen digits divided by a power of ten
   * round exactly as the text would (W. Clinger, How to Read Floating Point Numbers Accurately, 1990).
   */
  read(bytes: Uint8Array, start: number, end: number): boolean {
    let position = start;
    const isNegative = bytes[start] === 45;
    if (isNegative) position += 1;
    const length = end - position;
    if (length < 1 || length > 16) return false;
    let mantissa = 0;
    let separator = -1;
    for (let index = position; index < end; index += 1) {
      const digit = bytes[index]! - 48;
      if (digit >= 0 && digit <= 9) mantissa = mantissa * 10 + digit;
      else if ((digit === -4 || digit === -2) && separator < 0) separator = index;
      else return false;
    }
    if (separator < 0 ? length > 15 : separator === position || separator === end - 1) return false;
    const decimals = separator < 0 ? 0 : end - 1 - separator;
    const couldBeThousands = decimals === 3 && separator - position <= 3 && bytes[position] !== 48;
    if (couldBeThousands || (isNegative && mantissa === 0)) return false;
    const magnitude = decimals === 0 ? mantissa : mantissa / powersOfTen[decimals]!;
    this.hasPoint = separator >= 0 && bytes[separator] === 46;
    this.value = isNegative ? -magnitude : magnitude;
    this.start = start;
    this.end = end;
    return true;
  }
}
