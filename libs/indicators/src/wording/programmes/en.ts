import { programmesFr } from './fr';
import { projectWordsEn } from './words/en';

export const programmesEn: typeof programmesFr = {
  ...projectWordsEn,
  unknownProject: (code) => `No project has the code “${code}”.`,
  howToFindProject: 'Projects and their codes are listed on the page Projects.',
  unknownProgrammeCode: (code) => `No programme has the code “${code}”.`,
  howToFindProgramme: 'Programmes are listed by GET /api/v1/programmes.',
  projectCodeTaken: (code) => `The project code “${code}” is already taken.`,
  programmeCodeTaken: (code) => `The programme code “${code}” is already taken.`,
  chooseAnotherCode: 'Choose another code, or change what exists.',
  projectRefused: (code) => `The project “${code}” was not stored.`,
  programmeRefused: (code) => `The programme “${code}” was not stored.`,
  nothingWritten: 'Nothing was stored. Correct each mistake, then start again.',
  changedMeanwhile: (code, basedOn, current) =>
    `The project “${code}” changed meanwhile: you read version ${basedOn}, version ${current} is in force.`,
  readAgain: 'Read the project again, then make your change again.',
  faults: {
    unknownTerritory: (level, code) =>
      `Territory “${code}” (level ${level}): unknown. Check the code and the level, with leading zeros.`,
    lostZero: (code, likely) =>
      `Territory “${code}”: unknown. Did you mean “${likely}” (a spreadsheet dropped the leading zero)?`,
    territoryTwice: (code) => `Territory “${code}”: given twice. Keep one line, with its start date.`,
    tooEarly: (code, seen, earliest) =>
      `Territory “${code}”: the project would start there on ${seen}, before ${earliest}. Check the year.`,
    endBeforeStart: (end, start) => `The end (${end}) precedes a start (${start}). Give an end after every start.`,
    unknownProgramme: (code) => `The programme “${code}” does not exist. Create it first, or leave this empty.`,
    unknownIndicator: (code) =>
      `The indicator “${code}” is not in the catalogue. Take a code from the page Method and sources, or add the indicator.`,
    indicatorTwice: (code) => `The indicator “${code}” is given twice. Keep one.`,
    mainOutcomes: (count) =>
      `${count} main outcomes are given: one is needed, and only one. Mark the one that the project will be judged on.`,
    fixedOutcome: (code) =>
      `The indicator “${code}” was fixed before the start: it stays among the outcomes. Another one may become the main outcome; the sheet will say so.`,
    targetBeforeBaseline: (code, target, baseline) =>
      `Indicator ${code}: the target is dated ${target}, before the baseline (${baseline}). Correct the dates.`,
    milestoneOutside: (code, seen) =>
      `Indicator ${code}: the milestone of ${seen} is not between the baseline and the target. Correct its date.`,
    negativeAmount: (year, euros) =>
      `Budget ${year}: €${euros} is negative. Write zero or more, or leave it empty when it is not known.`,
    yearTwice: (year) => `Budget ${year}: the year is given twice. Keep one line a year.`,
    negativeCost: (euros) => `Unit cost: €${euros} is negative. Write zero or more.`,
    costOrder:
      'Unit cost: the low, likely and high values are not in order. Write them from the smallest to the largest.',
    costOutsideOutcomes: (code) =>
      `Unit cost: the indicator “${code}” is not an outcome of the project. Add it to the outcomes, or change the code.`,
    rangeOrder: (low, high) => `The range goes from ${low} to ${high}. Write the smaller value first.`,
    morePeopleThanAttendances: (period, people, attendances) =>
      `Period ${period}: ${people} distinct people for ${attendances} attendances. A distinct person attends at least once: check both numbers.`,
    periodTwice: (period) => `Period ${period}: participation is given twice by the same source. Keep one line.`,
    secretToGiveAgain: (what) =>
      `${what}: a number that is withheld can only be kept if its line did not change. Write it again.`,
    secretWouldShow: (period) =>
      `${period}: a number that is withheld cannot be kept without the lines it was withheld for: subtracting would tell one of them. Keep these lines as they were, or write it again.`,
    policyTwice: (name) => `The policy “${name}” is given twice. Keep it once.`,
    partnerTwice: (name) => `The partner “${name}” is given twice. Keep it once.`,
    actionOrder: (action) => `Action “${action}”: it ends before it begins. Correct the dates.`,
  },
  registration: {
    alreadyFixed: (code, date) => `The project “${code}” is already pre-registered, since ${date}.`,
    isFinal: 'A pre-registration is never changed: that is what makes its worth. Attach a note to the project.',
    tooLate: (code, start) => `The project “${code}” began on ${start}: it can no longer be pre-registered.`,
    whyTooLate: 'Outcome, comparison and date of reading are fixed before anybody can know the results.',
    notAnOutcome: (code) => `The indicator “${code}” is not an outcome of the project. Add it to the outcomes first.`,
    readingTooEarly: (reading, start) =>
      `The date of reading (${reading}) is not after the start (${start}). Choose a date by which the project may have acted.`,
    refused: (code) => `The project “${code}” was not pre-registered.`,
  },
  csv: {
    notACsv: 'Send the file in the field “fichier” of a form (multipart/form-data).',
    tooLarge: (mebibytes) => `The file is larger than ${mebibytes} MiB: it is not a list of projects. Split it.`,
    templateName: 'modele_projets.csv',
    columns: {
      code_projet: 'Stable code of the project: capitals, digits, “-” and “_”.',
      titre: 'Name of the project, in French.',
      resume: 'What the project does, in a few sentences.',
      titre_en: 'Name in English, optional.',
      resume_en: 'Summary in English, optional.',
      programme: 'Code of an existing programme, optional.',
      effets_recherches:
        'One or more, separated by a comma: prevention, participation, decloisonnement, revitalisation.',
      objectif: 'Intended change, in words.',
      niveau: 'Level of the territory: commune, epci, canton, qpv, departement…',
      code_territoire: 'Official code, with leading zeros.',
      date_debut: 'Start on this territory: 2026-03-01 or 01/03/2026. Dates that differ make a staggered project.',
      date_fin: 'End of the project, optional.',
      anticipation: 'How many periods before the start the effect may already show; 0 when empty.',
      politiques: 'Public policies brought together, separated by “|”.',
      partenaires:
        'Separated by “|”, each followed by its kind, and by “convention” when it signed one: “CAF (sécurité sociale, convention)”.',
      resultat_principal: 'Code of the indicator that the project will be judged on.',
      autres_resultats: 'Codes of other indicators, separated by a comma.',
      valeur_initiale: 'Value of the main outcome before the project.',
      date_initiale: 'Date of that value.',
      statut_initial: 'How that value is known: declare (somebody says it) or constate (it was counted).',
      source_initiale: 'Where that value comes from, with an address in brackets if any: “Insee (https://insee.fr)”.',
      valeur_cible: 'Intended value.',
      date_cible: 'Intended date.',
      source_cible: 'Who set the target: deliberation, agreement…',
      source_jalons: 'Who set the milestones.',
      jalon_2028:
        'Milestone: intended value of the main outcome at the end of the year. One column a milestone: jalon_2028, or jalon_2028-06-30 for a given day.',
      vote_2026: 'Budget voted for the year, in euros. One column a year: vote_2026, vote_2027…',
      engage_2026: 'Budget committed in the year, in euros.',
      depense_2026: 'Budget spent in the year, in euros.',
      statut_budget_2026: 'How the amounts of the year are known: declare or constate.',
      source_budget_2026: 'Where the amounts of the year come from.',
      personnes_2026: 'Distinct people who came in the year. One column a period: personnes_2026, personnes_2026-T2…',
      presences_2026: 'Attendances of the period: a person who came three times counts three.',
      statut_participation_2026: 'How participation is known: declare or constate.',
      source_participation_2026: 'Where participation comes from; mandatory when it is given.',
      action_1: 'An action of the project, in words. As many as needed: action_1, action_2…',
      action_1_debut: 'Start of the action, optional.',
      action_1_fin: 'End of the action, optional.',
      evenement_1:
        'Something else that happened there and may have moved the outcomes; “aucun” when nothing did. As many as needed.',
      evenement_1_date: 'Date of that event.',
      fait_1:
        'A fact, counted or declared. Two facts of the same name (fait_1, fait_2) are what two sources say of it.',
      fait_1_unite: 'Unit: nombre (count), personnes, euros or pour cent; nombre when empty.',
      fait_1_indicateur: 'Code of the indicator that this fact feeds, optional.',
      fait_1_valeur: 'A value, or a range such as “60 à 110”.',
      fait_1_date: 'Period or day of that value: 2026, 2026-T2 or 2026-06-30.',
      fait_1_statut: 'How it is known: declare or constate.',
      fait_1_source: 'Who tells it.',
      cout_1: 'What an event costs that the project may avoid. As many as needed.',
      cout_1_indicateur: 'Code of the outcome that it prices.',
      cout_1_bas: 'Lowest cost, in euros.',
      cout_1_probable: 'Most likely cost, in euros.',
      cout_1_haut: 'Highest cost, in euros.',
      cout_1_source: 'Where that cost comes from.',
      cout_1_annee: 'Year of that cost.',
      cout_1_part_recuperable: 'Part that would really not be spent, in percent.',
      cout_1_payeur: 'Who pays for the action.',
      cout_1_beneficiaire: 'Who gains.',
    },
    example: programmesFr.csv.example,
    unreadable: (name) => `The file “${name}” does not exist or cannot be read.`,
    wrongExtension: (name) => `The file “${name}” is not a list of projects: a .csv or .json file is expected.`,
    refused: (name, count) =>
      count < 2
        ? `The file of projects “${name}” was not loaded: one mistake was found.`
        : `The file of projects “${name}” was not loaded: ${count} mistakes were found.`,
    empty: 'The file holds no project.',
    notProjects: 'Expected: {"projects": [ … ]}, each project having the fields that GET /api/v1/projects gives.',
    contradiction: (line, column, seen, before) =>
      `Line ${line}, column “${column}”: “${seen}”, but an earlier line of the same project says “${before}”. Write the same, or leave it empty.`,
    aDate: 'a date such as 2025-03-01 or 01/03/2025',
    anAmount: 'an amount in euros, such as 12500 or 12 500,50',
    aNumber: 'a number, such as 12,5',
    aPercentage: 'a percentage from 0 to 100, such as 60',
    aPeriod: 'a period such as 2026, 2026-S1, 2026-T2 or 2026-03',
    sameUnit: (fact) => `the same unit each time for “${fact}”`,
    partnerShape: 'partners separated by “|”, each followed by its kind in brackets, such as “CAF (caf)”',
  },
  cli: {
    usage: 'Usage: sillage projects load FILE (.csv or .json)',
    loaded: (added, changed, unchanged) =>
      `Projects loaded: ${added} added, ${changed} changed, ${unchanged} unchanged.`,
  },
};
