/** The first day of the movements that INSEE publishes: a perimeter older than that is said to be valid from here. */
export const firstGeographyDate = '1943-01-01';

/** A geography vintage is a year: the communes as they are on its 1 January (INSEE, Code officiel géographique). */
export const vintageDate = (year: number): string => `${String(year).padStart(4, '0')}-01-01`;

interface Validity {
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** `validTo` is the first day on which the perimeter no longer exists. */
export const isValidAt = ({ validFrom, validTo }: Validity, date: string): boolean =>
  validFrom <= date && (validTo === null || date < validTo);
