import type { projectSheetFr } from './fr';

export const projectSheetEn: typeof projectSheetFr = {
  known: (status, source) => (source === null ? status : `${status}, ${source}`),
  budget: (years, status, source) =>
    source === null ? `${years}: ${status} amounts, source not stated.` : `${years}: ${status} amounts, ${source}.`,
  milestoneProgress: (share) => `${share} of the way to this milestone`,
  secret: {
    people: (period, threshold, status) =>
      `${period}: number of people withheld to protect them, being under ${threshold} (${status}).`,
    attendances: (period, threshold, status) =>
      `${period}: number of attendances withheld to protect people, being under ${threshold} (${status}).`,
    deducible: (period, status) =>
      `${period}: number of attendances withheld, because another one could be worked out from it (${status}).`,
  },
};
