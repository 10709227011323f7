const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day in France of an instant: "2026-03-14T23:30:00Z" → "2026-03-15". */
export const parisDate = (instant: string): string => parts.format(new Date(instant));
