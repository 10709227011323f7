import type { fr, UnitWords } from './fr';

const after = (name: string, unit: string, units = unit): UnitWords => {
  const write = (number: string, isSingular: boolean): string => `${number}\u00a0${isSingular ? unit : units}`;
  return { name, value: write, difference: write };
};
const before = (name: string, sign: string, unit = ''): UnitWords => {
  const write = (number: string): string => number.replace(/^([+\u2212]?)/, `$1${sign}`) + unit;
  return { name, value: write, difference: write };
};
const points = (number: string, isSingular: boolean): string =>
  `${number}\u00a0percentage ${isSingular ? 'point' : 'points'}`;
const bare = (name: string): UnitWords => ({ name, value: (number) => number, difference: (number) => number });
const level = (one: string, many: string) => ({ one, many, others: `the other ${many}`, according: `by ${one}` });

export const en: typeof fr = {
  levels: {
    'commune-part': level('part of a commune', 'parts of communes'),
    commune: level('commune', 'communes'),
    epci: level('EPCI', 'EPCI'),
    canton: level('canton', 'cantons'),
    arrondissement: level('arrondissement', 'arrondissements'),
    mds: level('social action area', 'social action areas'),
    qpv: level('priority neighbourhood', 'priority neighbourhoods'),
    pvd: level('Petite ville de demain', 'Petites villes de demain'),
    zone: level('zone', 'zones'),
    'departement-part': level('part of a département', 'parts of départements'),
    departement: level('département', 'départements'),
    'departement-group': level('group of départements', 'groups of départements'),
    region: level('region', 'regions'),
    france: level('France', 'countries'),
  },
  territories: { one: 'territory', many: 'territories' },
  aims: {
    prevention: 'Prevention',
    participation: 'Participation',
    decloisonnement: 'Joined-up working',
    revitalisation: 'Local revitalisation',
  },
  noAim: 'Used for calculation',
  kinds: { context: 'Context', input: 'Input', output: 'Output', outcome: 'Outcome', impact: 'Impact' },
  polarities: {
    'higher-is-better': 'Higher is better',
    'lower-is-better': 'Lower is better',
    none: 'No judgement',
  },
  frequencies: { P1Y: 'yearly', P6M: 'half-yearly', P3M: 'quarterly', P1M: 'monthly' },
  territorialRules: {
    sum: 'Sum of territories',
    'ratio-of-sums': 'Ratio of sums: sum of numerators ÷ sum of denominators',
    'weighted-mean': 'Weighted mean',
    'distinct-count': 'Distinct count: never added up',
    none: 'Published at each level: never recomputed',
    derived: 'Recomputed from its added-up components',
  },
  temporalRules: {
    sum: 'Sum of periods',
    last: 'Last known value',
    average: 'Average of periods',
    none: 'Published period only',
  },
  units: {
    percent: { name: '%', value: (number: string) => `${number}%`, difference: points },
    'percent-per-year': { name: '% per year', value: (number: string) => `${number}% per year`, difference: points },
    'per-100': after('per 100', 'per 100'),
    'per-1000': after('per 1,000', 'per 1,000'),
    'per-1000-inhabitants': after('per 1,000 inhabitants', 'per 1,000 inhabitants'),
    'per-10000': after('per 10,000 inhabitants', 'per 10,000 inhabitants'),
    euros: before('euros', '€'),
    'euros-per-year': before('euros per year', '€', ' per year'),
    'euros-per-inhabitant': before('euros per inhabitant', '€', ' per inhabitant'),
    'euros-per-square-metre': before('euros per m²', '€', ' per m²'),
    'thousand-euros': before('thousand euros', '€', 'k'),
    'consultations-per-year': after('consultations per year and inhabitant', 'consultation', 'consultations'),
    ratio: bare('ratio'),
    days: after('days', 'day', 'days'),
    points: { name: 'points', value: points, difference: points },
    score: bare('score'),
    fte: after('full-time equivalents', 'FTE'),
    persons: bare('people'),
    count: bare('number'),
  },
  unknownUnit: (unit) => bare(unit),
  relative: (number) => `${number}%`,
  absences: {
    'suppressed-by-source': { symbol: 'c', words: 'confidential' },
    'suppressed-primary': { symbol: 'c', words: 'confidential' },
    'suppressed-secondary': { symbol: 'c', words: 'confidential' },
    'not-available': { symbol: 'x', words: 'not available' },
    'non-response': { symbol: 'n.r.', words: 'no response' },
    'not-applicable': { symbol: 'z', words: 'not applicable' },
    'not-significant': { symbol: 'low', words: 'numbers too small' },
    'not-disseminated': { symbol: 'n.p.', words: 'not published by its producer' },
    'insufficient-coverage': { symbol: 'cov.', words: 'insufficient coverage' },
    'not-aggregable': { symbol: 'n.add.', words: 'cannot be added up' },
  },
  statuses: {
    normal: { symbol: '', words: 'final' },
    provisional: { symbol: 'p', words: 'provisional' },
    estimated: { symbol: 'e', words: 'estimated' },
    'series-break': { symbol: 'break', words: 'break in series' },
  },
  verdicts: {
    up: 'rising',
    down: 'falling',
    upFavourable: 'rising, favourable',
    downFavourable: 'falling, favourable',
    upUnfavourable: 'rising, unfavourable',
    downUnfavourable: 'falling, unfavourable',
    stable: 'stable',
    higher: 'higher than most',
    lower: 'lower than most',
    close: 'close to the others',
    noChange: 'no measurable change',
    noPosition: 'no comparison possible',
  },
  months: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
  shortMonths: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  period: {
    quarter: (index, year) => `Q${index} ${year}`,
    half: (index, year) => `${index === 1 ? 'first' : 'second'} half of ${year}`,
    shortHalf: (index, year) => `H${index} ${year}`,
    inYear: (year) => `in ${year}`,
    inMonth: (month) => `in ${month}`,
    inQuarter: (index, year) => `in Q${index} ${year}`,
    inHalf: (half) => `in the ${half}`,
    schoolYear: (year) => `${year}/${String(year + 1).slice(2)}`,
  },
  date: (day, month, year) => `${day} ${month} ${year}`,
};
