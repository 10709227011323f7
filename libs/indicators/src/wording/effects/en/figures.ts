import type { figures as fr } from '../fr/figures';

const plural = (isOne: boolean, one: string, many: string): string => (isOne ? one : many);

export const figures: typeof fr = {
  path: {
    told: (year, isBelow) =>
      `Since ${year}, observed values run ${isBelow ? 'below' : 'above'} those expected without the project`,
    inconclusive: 'Observed values cannot be told from those expected without the project',
    negligible: 'Observed values stay close to those expected without the project',
    observed: 'Observed',
    expected: 'Without the project (estimate)',
    start: (year) => `Start of the project (${year})`,
    commonStart: 'Start of the project',
    end: (year) => `Dotted vertical line: end of the project (${year}).`,
    sinceStart: 'years counted from the start',
    sinceStartCaption:
      'Year 0: that of the start in each territory. In the last years only the first to start remain: levels cannot be compared.',
    firstStart: (year) => `First start (${year})`,
    axis: (start) => `The vertical axis starts at ${start}.`,
    band: 'Orange area: 95% interval of the situation estimated without the project.',
    noBand: 'No interval could be computed.',
    mean: 'Lines: mean of the project’s territories.',
    columns: {
      period: 'Year',
      observed: (unit) => `Observed (${unit})`,
      expected: 'Without the project (estimate)',
      interval: '95% interval',
      gap: 'Difference',
    },
  },
  gap: {
    titleSince: (year) => `The difference has been clear of zero since ${year}`,
    titleSome: (count, all) => `The difference is clear of zero in ${count} years of ${all}`,
    titleNone: 'The difference may be zero in every year',
    titleUnknown: 'Difference by year, with no margin of uncertainty',
    subtitle: (unit, place) => `Difference between observed and estimated without the project (${unit}), ${place}`,
    trends: { grows: 'has grown', shrinks: 'has shrunk', steady: 'has been stable' },
    sentenceSince: (trend, first, year) =>
      `The difference ${trend} since ${first}; it has been clear of zero since ${year}.`,
    sentenceSome: (trend, first, count, all) =>
      `The difference ${trend} since ${first}; it is clear of zero in ${count} years of ${all}.`,
    sentenceNone: (trend, first) => `The difference ${trend} since ${first}; it may be zero in every year.`,
    sentenceUnknown: (trend, first) =>
      `The difference ${trend} since ${first}; its margin of uncertainty is not known.`,
    caption: 'Vertical line: 95% interval. Hollow circle: the difference may be zero. Grey: before the project.',
    columns: { period: 'Year', gap: (unit) => `Difference (${unit})`, interval: '95% interval', reading: 'Reading' },
    readings: { clear: 'clear of zero', open: 'may be zero', unknown: 'margin unknown' },
    beforeReading: (reading) => `before the project, ${reading}`,
    legendClear: 'difference clear of zero',
    legendOpen: 'difference that may be zero',
    legendBefore: 'before the project',
  },
  forest: {
    title: (favourable, unfavourable, open, negligible, refused) =>
      [
        favourable > 0 ? `${favourable} favourable ${plural(favourable === 1, 'effect', 'effects')}` : '',
        unfavourable > 0 ? `${unfavourable} unfavourable` : '',
        open > 0 ? `${open} without a conclusion` : '',
        negligible > 0 ? `${negligible} negligible` : '',
        refused > 0 ? `${refused} not estimable` : '',
      ]
        .filter((part) => part !== '')
        .join(', '),
    empty: 'No effect evaluated so far',
    subtitles: {
      projects: (scale, place) => `Effects of the evaluated projects (${scale}), ${place}`,
      outcomes: (scale, place) => `Effect of the project on each indicator (${scale}), ${place}`,
      territories: (scale, place) => `Effect of the project in each territory (${scale}), ${place}`,
    },
    relativeScale: 'as % of the value expected without the project',
    rows: {
      projects: (count, isOne) => `${count} evaluated ${plural(isOne, 'project', 'projects')}`,
      outcomes: (count, isOne) => `${count} ${plural(isOne, 'indicator', 'indicators')}`,
      territories: (count, isOne) => `${count} ${plural(isOne, 'territory', 'territories')}`,
    },
    sentence: (rows, favourable, unfavourable, open, negligible, refused) =>
      `Of ${rows}: ${favourable} favourable ${plural(favourable === 1, 'effect', 'effects')}, ${unfavourable} unfavourable, ${open} without a conclusion, ${negligible > 0 ? `${negligible} negligible, ` : ''}${refused} not estimable.`,
    unjudged: (count) => `Clear effects with no declared direction: ${count}.`,
    zero: 'no difference',
    refused: 'effect not estimable',
    noMargin: 'margin unknown',
    caption:
      'Line: 95% interval. Hollow circle: no conclusion possible, or a negligible effect. Refusals are shown as plainly as results.',
    relative: 'Units differ: the scale is a % of the expected value, the right column keeps the unit.',
    columns: {
      projects: 'Project',
      outcomes: 'Project',
      territories: 'Territory',
      indicator: 'Indicator',
      gap: 'Difference',
      interval: '95% interval',
      certainty: 'Certainty',
      evidence: 'Evidence',
    },
    conclusions: {
      favourable: 'favourable',
      unfavourable: 'unfavourable',
      unjudged: 'clear effect, no declared direction',
      negligible: 'negligible',
      inconclusive: 'no conclusion',
      refused: 'not estimable',
    },
  },
  double: {
    title: (both, all, isOne) =>
      `${both} ${plural(isOne, 'project', 'projects')} of ${all} with a clear favourable effect on people and on the place`,
    empty: 'No project is evaluated both on people and on the place',
    subtitle: (place) => `Effect on people and effect on the place, in standard deviations of change, ${place}`,
    sentence: (placed, both) =>
      `Projects placed: ${placed}, of which ${both} with a clear favourable effect on both sides.`,
    missing: (count) => `Projects without one of the two effects, listed below: ${count}.`,
    x: 'Effect on people (prevention, participation)',
    xNarrow: 'Effect on people',
    y: 'Effect on the place (revitalisation)',
    yNarrow: 'Effect on the place',
    quadrants: {
      both: 'better for people and for the place',
      people: 'better for people, worse for the place',
      place: 'better for the place, worse for people',
      none: 'worse on both sides',
    },
    caption:
      'One standard deviation: what usually sets apart the changes of two comparable territories. Lines: 95% intervals; hollow circle: one of the two effects may be zero.',
    causes: 'Both effects are measured separately: one does not prove the other.',
    columns: {
      project: 'Project',
      people: 'Effect on people (standard deviations)',
      peopleOutcome: 'Indicator of people',
      place: 'Effect on the place (standard deviations)',
      placeOutcome: 'Indicator of the place',
      reading: 'Reading',
    },
    clear: 'clear on both sides',
    open: 'at least one effect may be zero',
    absent: 'not estimable',
    peopleMissing: (reason) => `people, ${reason}`,
    placeMissing: (reason) => `place, ${reason}`,
    notEvaluated: 'no indicator evaluated',
    notPlaced: (name, reasons) => `${name}: ${reasons}.`,
  },
  budget: {
    title: (share, year) => `${share} of the ${year} budget voted is spent`,
    noShare: 'Budget voted, committed and spent by year',
    sentence: (share, year) => `${share} of the ${year} budget voted is spent.`,
    noSentence: (year) => `The budget spent in ${year} is not known yet.`,
    subtitle: (project, unit, range) => `Budget (${unit}), ${project}, ${range}`,
    voted: 'Voted',
    committed: 'Committed',
    spent: 'Spent',
    columns: { year: 'Year', share: 'Share spent' },
    euros: 'euros',
    thousands: 'thousand euros',
    millions: 'million euros',
    shortThousands: '€k',
    shortMillions: '€m',
    shortEuros: '€',
    caption: 'Bars start at zero. A missing bar is an amount that was not given, not a zero.',
    missing: 'not given',
    source: 'Source: the project’s budget, entered by the Département',
    fictitious: 'Fictitious demonstration data: the project’s budget',
  },
};
