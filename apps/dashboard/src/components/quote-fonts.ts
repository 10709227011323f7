const unquoted = 'Source Sans 3';

/**
 * A canvas reads "14px Source Sans 3" as a mistake, because a name may not begin with a digit, and falls back to 10 px:
 * the family needs its quotes there. What a function draws later is quoted when it draws.
 */
export function quoteFonts<T>(part: T): T {
  if (Array.isArray(part)) return part.map(quoteFonts) as T;
  if (typeof part !== 'object' || part === null || Object.getPrototypeOf(part) !== Object.prototype) return part;
  const quoted = Object.entries(part).map(([key, value]) => {
    if (key === 'fontFamily' && value === unquoted) return [key, `"${unquoted}"`];
    if (key === 'renderItem' && typeof value === 'function') {
      return [key, (...given: unknown[]) => quoteFonts(value(...given))];
    }
    return [key, quoteFonts(value)];
  });
  return Object.fromEntries(quoted);
}
