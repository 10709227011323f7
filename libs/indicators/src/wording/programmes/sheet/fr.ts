/** What the sheet of a project says of its values: how each is known, what is secret, what departs from what was fixed. */
export const projectSheetFr = {
  known: (status: string, source: string | null) => (source === null ? status : `${status}, ${source}`),
  budget: (years: string, status: string, source: string | null) =>
    source === null
      ? `${years} : montants ${status}s, source non précisée.`
      : `${years} : montants ${status}s, ${source}.`,
  unitCost: (what: string, low: string, likely: string, high: string) => `${what} : ${likely} (de ${low} à ${high}).`,
  unitCostKnown: (share: string, payer: string, gainer: string, year: string, source: string) =>
    `Part récupérable : ${share}. Payé aujourd’hui par : ${payer}. Y gagnerait : ${gainer}. Prix de ${year}, ${source}.`,
  milestoneProgress: (share: string) => `${share} du chemin vers cette étape`,
  registration: {
    negligible: 'Effet négligeable',
    below: (size: string) => `en dessous de ${size}`,
    lot: 'Choix des territoires',
    drawn: 'tirés au sort',
    kept: 'Rien de ce qui avait été fixé n’a changé depuis.',
    readFixed: (outcome: string) => `Lire l’évaluation du résultat fixé d’avance : ${outcome}`,
  },
  /** Each says plainly what was fixed and what is so today. */
  deviations: {
    mainOutcome: (fixed: string, current: string | null) =>
      current === null
        ? `Le résultat principal a changé après l’enregistrement : « ${fixed} » avait été fixé, aucun ne l’est aujourd’hui.`
        : `Le résultat principal a changé après l’enregistrement : « ${fixed} » avait été fixé, « ${current} » l’a remplacé.`,
    added: (names: string) => `Des territoires ont été ajoutés après l’enregistrement : ${names}.`,
    removed: (names: string) => `Des territoires ont été retirés après l’enregistrement : ${names}.`,
    startDate: (place: string, fixed: string, current: string) =>
      `La date de démarrage a changé après l’enregistrement (${place}) : ${fixed} avait été fixé, c’est le ${current} aujourd’hui.`,
    endDate: (fixed: string | null, current: string | null) =>
      `La date de fin a changé après l’enregistrement : ${fixed ?? 'aucune'} auparavant, ${current ?? 'aucune'} aujourd’hui.`,
    anticipation: (fixed: string, current: string) =>
      `L’anticipation déclarée a changé après l’enregistrement : ${fixed} auparavant, ${current} aujourd’hui (en périodes).`,
  },
  secret: {
    fact: (threshold: string) => `moins de ${threshold} personnes (secret statistique)`,
    people: (period: string, threshold: string, status: string) =>
      `${period} : nombre de personnes couvert par le secret statistique, car inférieur à ${threshold} (${status}).`,
    attendances: (period: string, threshold: string, status: string) =>
      `${period} : nombre de présences couvert par le secret statistique, car inférieur à ${threshold} (${status}).`,
    deducible: (period: string, status: string) =>
      `${period} : nombre de présences couvert par le secret statistique, car il permettrait d’en déduire un autre (${status}).`,
  },
};
