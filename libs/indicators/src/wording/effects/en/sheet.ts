import type { sheet as fr } from '../fr/sheet';

const plural = (isOne: boolean, one: string, many: string): string => (isOne ? one : many);

export const sheet: typeof fr = {
  list: {
    title: 'Projects and effects',
    lead: (projects, isOne, evaluated) =>
      `${projects} ${plural(isOne, 'project', 'projects')} of the Département, of which ${evaluated} evaluated.`,
    none: 'No project is recorded.',
  },
  place: {
    inOne: (name) => `in the project’s territory (${name})`,
    inMany: (count, level) => `on average in the project’s ${count} ${level}`,
    one: (name) => name,
    many: (count, level) => `the project’s ${count} ${level}`,
    card: (count, level) => `${count} ${level}`,
    none: 'territory not stated',
  },
  dates: {
    since: (year) => `since ${year}`,
    from: (start, end) => (start === end ? start : `${start} to ${end}`),
  },
  tiles: {
    attributed: (years) => `Difference attributed to the project (estimate), ${years}`,
    noted: (years) => `Observed difference, ${years}`,
    years: (first, last) => (first === last ? first : `mean of ${first}-${last}`),
    firstYears: (count, isOne) => (isOne ? 'first year' : `mean of the first ${count} years`),
    mean: '(mean of the territories)',
    interval: (low, high) => `between ${low} and ${high} (95% interval)`,
    noInterval: 'margin of uncertainty unknown',
    refused: 'not estimable',
    refusedLabel: 'Effect of the project',
    observed: (year) => `Observed in ${year}`,
    before: (value, year) => `${value} in ${year}, before the project`,
    target: (year) => `Target for ${year}`,
    reached: 'target reached',
    remaining: (current, difference) => `${current} over all the territories: gap to the target ${difference}`,
    cost: 'Cost',
    costDetail: (first, last) => (first === last ? `spent in ${first}` : `spent from ${first} to ${last}`),
    votedDetail: (first, last) => (first === last ? `voted in ${first}` : `voted from ${first} to ${last}`),
  },
  refusal: {
    title: 'The effect of this project cannot be estimated',
    descriptive: 'What is known is still shown: declared or observed values, with their sources.',
    unmeasured: 'No outcome indicator is attached to this project.',
    unmeasuredNeeded:
      'An indicator followed before and after the project, and comparable territories, would be needed.',
    pending: 'The computation has not been made yet: it follows each update of the data.',
  },
  method: {
    method: 'Method',
    comparison: 'Comparison',
    comparedWith: (count, level) => `${count} ${level} without this project`,
    weighted: (count) => `${count} have a weight in the computation`,
    likeness: 'Choice of peers',
    matched: (count, offered, withPopulation) =>
      `the ${count} nearest of ${offered}, by the indicator’s level and slope before the project${withPopulation ? ', and by population' : ''}`,
    notMatched: 'no choice: all the territories kept are compared',
    likeSize: 'population from half to twice that of the project',
    unknownLikeness: 'Density, income and ages are not compared.',
    excluded: 'Territories set aside',
    exclusions: {
      adjacent: (count) => `${count} next to the project`,
      'other-project': (count) => `${count} reached by another project`,
      'suppressed-outcome': (count) => `${count} confidential`,
      'missing-outcome': (count) => `${count} without all their values`,
      'not-preregistered': (count) => `${count} outside the comparison fixed beforehand`,
    },
    noExclusion: 'none',
    inference: 'Margin of uncertainty',
    p: 'Fictitious trials',
    pValue: (share, floor) =>
      `${share} of the trials show a difference as large (at best ${floor} with this comparison)`,
    prefit: 'Likeness before the project',
    prefitValue: (rmse) => `within ${rmse} on average`,
    periods: 'Periods',
    periodsValue: (before, after) => `${before} before, ${after} since the start`,
    computed: 'Computed on',
    versions: 'Versions',
    versionsValue: (method, state) => `method ${method}, data ${state}`,
    seed: 'Random seed',
    solver: 'Solver gap',
    noSolver: 'not applicable',
    tinyGap: 'below one millionth',
  },
  crossCheck: {
    told: (method, effect, low, high) => `With another method (${method}): ${effect}, between ${low} and ${high}.`,
    toldWithoutInterval: (method, effect) => `With another method (${method}): ${effect}.`,
    refused: (method, reason) => `With another method (${method}): refused. ${reason}`,
  },
  registration: {
    text: (date) => `Fixed before the start, on ${date}: the result could not be chosen afterwards.`,
    designChanged: (date) =>
      `Fixed on ${date}. Where or when the project acts has changed since: neither a lot nor a size that was fixed counts in the evaluation any more.`,
    outcomeChanged: (date) => `Fixed on ${date}. The main outcome has changed since.`,
    outcome: 'Main outcome',
    pool: 'Comparison territories',
    reading: 'Date of reading',
    author: 'Fixed by',
  },
  calendar: {
    start: 'Start',
    firstStart: 'First start',
    lastStart: 'Last start',
    end: 'Planned end',
    anticipation: 'Declared anticipation',
    anticipationValue: (count, isOne) =>
      `the effect may show ${count} ${plural(isOne, 'period', 'periods')} before the start`,
    action: (from, to) => (to === '' ? `since ${from}` : `from ${from} to ${to}`),
    undated: 'date not stated',
  },
  participants: {
    people: (period, count, status) => `${period}: ${count} distinct people (${status}).`,
    attendances: (period, count, status) => `${period}: ${count} attendances (${status}).`,
    apart: 'The same person may come several times: attendances are not people.',
  },
  targets: {
    none: 'not set',
    unknown: 'not available',
    at: (value, date) => `${value} (${date})`,
    progress: (share) => `${share} of the way`,
    noProgress: 'progress cannot be computed',
  },
  facts: {
    range: (low, high) => `from ${low} to ${high}`,
    undated: 'date not stated',
    disagreement: (low, high) => `Sources disagree: from ${low} to ${high}.`,
  },
  notes: {
    signed: (author, role) => (role === '' ? author : `${author}, ${role}`),
  },
  withAgreement: (kind) => `${kind}, signed agreement`,
};
