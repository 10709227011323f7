/** What the sheet of a project says of its values: how each is known, what is secret, what departs from what was fixed. */
export const projectSheetFr = {
  known: (status: string, source: string | null) => (source === null ? status : `${status}, ${source}`),
  budget: (years: string, status: string, source: string | null) =>
    source === null
      ? `${years} : montants ${status}s, source non précisée.`
      : `${years} : montants ${status}s, ${source}.`,
  milestoneProgress: (share: string) => `${share} du chemin vers cette étape`,
  secret: {
    people: (period: string, threshold: string, status: string) =>
      `${period} : nombre de personnes couvert par le secret statistique, car inférieur à ${threshold} (${status}).`,
    attendances: (period: string, threshold: string, status: string) =>
      `${period} : nombre de présences couvert par le secret statistique, car inférieur à ${threshold} (${status}).`,
    deducible: (period: string, status: string) =>
      `${period} : nombre de présences couvert par le secret statistique, car il permettrait d’en déduire un autre (${status}).`,
  },
};
