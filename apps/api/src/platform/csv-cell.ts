/** A spreadsheet runs a cell that begins with one of these: an apostrophe keeps it text (OWASP ASVS 5.0, 1.2.10). */
export const disarmed = (text: string): string => (/^[=+\-@\t\r\0]/.test(text) ? `'${text}` : text);

/** Between quotes where the separator, a quote or a line break asks for them (RFC 4180). */
export const quotedCell = (text: string, separator: string): string =>
  text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
