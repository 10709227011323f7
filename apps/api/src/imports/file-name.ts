const longestName = 200;

/** The last part of a name as it was sent, without what no name holds: control characters (PostgreSQL refuses NUL), lone surrogates. */
export function fileNameOf(sent: string): string {
  const last = sent.split(/[\\/]/).at(-1) ?? '';
  const name = last.replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, '').trim();
  return name === '' || /^\.+$/.test(name) ? 'fichier.csv' : [...name].slice(0, longestName).join('');
}
