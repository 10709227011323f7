import type { projectSheetFr } from './fr';

export const projectSheetEn: typeof projectSheetFr = {
  known: (status, source) => (source === null ? status : `${status}, ${source}`),
  budget: (years, status, source) =>
    source === null ? `${years}: ${status} amounts, source not stated.` : `${years}: ${status} amounts, ${source}.`,
  unitCost: (what, low, likely, high) => `${what}: ${likely} (from ${low} to ${high}).`,
  unitCostKnown: (share, payer, gainer, year, source) =>
    `Cashable share: ${share}. Paid today by: ${payer}. Would gain: ${gainer}. Prices of ${year}, ${source}.`,
  milestoneProgress: (share) => `${share} of the way to this milestone`,
  registration: {
    negligible: 'Negligible effect',
    below: (size) => `below ${size}`,
    lot: 'Choice of the territories',
    drawn: 'drawn by lot',
    kept: 'Nothing that was fixed has changed since.',
    readFixed: (outcome) => `Read the evaluation of the outcome fixed beforehand: ${outcome}`,
  },
  deviations: {
    mainOutcome: (fixed, current) =>
      current === null
        ? `The main outcome changed after the registration: “${fixed}” had been fixed, there is none today.`
        : `The main outcome changed after the registration: “${fixed}” had been fixed, “${current}” replaced it.`,
    added: (names) => `Territories were added after the registration: ${names}.`,
    removed: (names) => `Territories were removed after the registration: ${names}.`,
    startDate: (place, fixed, current) =>
      `The start date changed after the registration (${place}): ${fixed} had been fixed, it is ${current} today.`,
    endDate: (fixed, current) =>
      `The end date changed after the registration: ${fixed ?? 'none'} before, ${current ?? 'none'} today.`,
    anticipation: (fixed, current) =>
      `The declared anticipation changed after the registration: ${fixed} before, ${current} today (in periods).`,
  },
  secret: {
    fact: (threshold) => `fewer than ${threshold} people (withheld to protect them)`,
    people: (period, threshold, status) =>
      `${period}: number of people withheld to protect them, being under ${threshold} (${status}).`,
    attendances: (period, threshold, status) =>
      `${period}: number of attendances withheld to protect people, being under ${threshold} (${status}).`,
    deducible: (period, status) =>
      `${period}: number of attendances withheld, because another one could be worked out from it (${status}).`,
  },
};
