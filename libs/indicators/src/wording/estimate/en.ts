import type { estimateFr } from './fr';

const expectations = {
  number: 'a number (“12.5”, “12,5”), or an empty cell where there is none',
  period: 'a year, a rank or a period (“2021”, “2021-T3”)',
  treatment: '0 or 1, or the first period of the project (empty: never)',
  name: 'the name or the code of the territory',
};

export const estimateEn: typeof estimateFr = {
  usage: `Usage: npx sillage estimate --panel FILE --unit COLUMN --time COLUMN --outcome COLUMN --treated COLUMN
                            --method METHOD [options]

  --panel FILE         CSV table, one line per territory and period
  --unit COLUMN        territory (optional with --method its: the file is then one series)
  --time COLUMN        year or period
  --outcome COLUMN     what was measured
  --treated COLUMN     0 or 1 per line, or the first period of the project (empty, 0, NA, Inf: never)
  --method METHOD      sdid, synthetic-control, did, callaway-santanna or its
  --covariates A,B     columns to adjust for (synthetic-control: A:1980-1988 limits the periods)
  --cluster COLUMN     level at which the decision was taken
  --weight COLUMN      weights of the territories (population)
  --seed N             seed of the draws (1)
  --control C          callaway-santanna: never-treated or not-yet-treated (default)
  --aggregation A      callaway-santanna: simple (default), group or dynamic
  --family F           its: gaussian (default), or poisson for a count of events
  --offset COLUMN      its: population exposed to these events
  --change C           its: level-and-slope (default) or level, what the project can change
  --harmonics N        its: pairs of sines for a season
  --json               the whole result, for a program`,
  missingOption: (name) => `The option ${name} is required.`,
  unknownOption: (name) => `Unknown option: ${name}`,
  missingValue: (name) => `The option ${name} needs a value.`,
  unknownMethod: (seen, known) => `There is no method “${seen}”. Methods: ${known}.`,
  ignored: (option, method) => `The method ${method} does not use the option ${option}: it changed nothing.`,
  doubt: (column, seen, read, count) =>
    `Column “${column}”: “${seen}” is read as ${read}, but nothing in the file tells whether the mark separates thousands or decimals (cells concerned: ${count}). Write these numbers without a thousands separator.`,
  unknownValue: (option, seen, known) => `The option ${option} cannot be “${seen}”. Values: ${known}.`,
  wrongInteger: (option, seen) => `${option} needs a whole number, not “${seen}”.`,
  useless: (option, method) =>
    `The method ${method} does not use the option ${option}. Leave it out, or choose another method.`,
  noFile: (path) => `The file ${path} does not exist or cannot be read.`,
  isFolder: (path) => `${path} is a folder: give a CSV file.`,
  tooLarge: (path, megabytes) =>
    `The file ${path} is larger than ${megabytes} MB. Keep the columns and the years that matter.`,
  noColumn: (wanted, present) =>
    `${wanted.length > 1 ? 'These columns are' : 'This column is'} not in the file: ${wanted.join(', ')}. Columns: ${present.join(', ')}.`,
  wrongCell: (line, column, seen, expected) =>
    `Line ${line}, column “${column}”: ${seen === '' ? 'the cell is empty' : `“${seen}” cannot be read`}. Write ${expectations[expected]}.`,
  method: (name) => `Method: ${name}`,
  estimate: (value, before, after) =>
    `Estimated effect: ${value} (mean; periods after the start: ${after}, before: ${before})`,
  interval: (level, low, high) => `${level}% interval: ${low} to ${high}`,
  noInterval: (level) => `${level}% interval: cannot be computed`,
  standardError: (value) => `Standard error: ${value}`,
  p: (value, floor) => `p = ${value}${floor === '' ? '' : ` (${floor} at best with these data)`}`,
  units: (treated, donors) => `Treated units: ${treated}, comparison units: ${donors}`,
  prefit: (rmse, share) => `Mean distance to the model before the start: ${rmse}${share === '' ? '' : ` (${share}%)`}`,
  weights: 'Heaviest comparison units:',
  weight: (unit, share) => `  ${share}%  ${unit}`,
  more: (count) => `  and ${count} more`,
  dropped: (count, units) => `Left out for want of a value in each period (${count}): ${units}`,
  ratio: (value, low, high) => `Observed ÷ expected: ${value} (${low} to ${high})`,
  warnings: 'To be known:',
  warning: (sentence) => `  - ${sentence}`,
  refused: 'The effect cannot be estimated.',
};
