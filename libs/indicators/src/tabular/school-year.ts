const short = /^\s*(\d{4})[/-](\d{2})\s*$/;

function yearsOf(text: string): { readonly first: number; readonly end: string } | undefined {
  const [, first = '', end = ''] = short.exec(text) ?? [];
  return first !== '' && Number(end) === (Number(first) + 1) % 100 ? { first: Number(first), end } : undefined;
}

/** "2012-13" can only be a school year: no month has that number. */
export const isShortSchoolYear = (text: string): boolean => {
  const years = yearsOf(text);
  return years !== undefined && Number(years.end) > 12;
};

/** Beside one, "2010-11" is the school year too, and not November 2010: "2010-2011". */
export function longSchoolYear(text: string): string {
  const years = yearsOf(text);
  return years === undefined ? text : `${years.first}-${years.first + 1}`;
}
