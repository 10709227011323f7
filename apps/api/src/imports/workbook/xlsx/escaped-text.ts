/** A boolean as XML schemas write it. */
export const isTrue = (text: string | undefined): boolean => text === '1' || text === 'true' || text === 'on';

/** Undoes the escape of Office for what XML cannot hold: "_x000D_" is a carriage return (ECMA-376 part 1, 22.9.2.19). */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
