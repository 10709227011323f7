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
      valeur_cible: 'Intended value.',
      date_cible: 'Intended date.',
      vote_2026: 'Budget voted for the year, in euros. One column a year: vote_2026, vote_2027…',
      engage_2026: 'Budget committed in the year, in euros.',
      depense_2026: 'Budget spent in the year, in euros.',
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
    partnerShape: 'partners separated by “|”, each followed by its kind in brackets, such as “CAF (caf)”',
  },
  cli: {
    usage: 'Usage: sillage projects load FILE (.csv or .json)',
    loaded: (added, changed, unchanged) =>
      `Projects loaded: ${added} added, ${changed} changed, ${unchanged} unchanged.`,
  },
};
