import type { Texts } from '../texts';

export const method: Texts['method'] = {
  title: 'Method and sources',
  lead: 'How the figures are made, where they come from, and what the words and symbols mean.',
  principles: 'Five rules, and their limit',
  principleTexts: [
    {
      term: 'A rate is never a mean of rates',
      text: 'Numerators and denominators are added up at each level, then the rate is computed again. Medians and distinct counts do not add up: only the published value is shown.',
    },
    {
      term: 'An absence has a name',
      text: 'Statistical confidentiality, not available, not applicable: each empty cell says why. It is never zero.',
    },
    {
      term: 'Coverage travels with the value',
      text: 'When part of a territory is missing, the share covered is given; when it is too small, the value is not shown.',
    },
    {
      term: 'Nothing is overwritten',
      text: 'A correction supersedes a value without erasing it. Each figure leads back to its file and line.',
    },
    {
      term: 'Confidentiality is kept value by value',
      text: 'A count under the threshold is shown nowhere. The limit: when one part alone is hidden under a published total, a subtraction can find it; secondary suppression is not applied yet.',
    },
  ],
  symbols: 'Symbols',
  symbolsCaption: 'What the symbols in the tables mean',
  symbol: 'Symbol',
  meaning: 'What it means',
  certainty: 'The words for change',
  certaintyTexts: [
    'Favourable, unfavourable: the change goes in the indicator’s desired direction, or against it.',
    'Rising, falling: the indicator has no desired direction; no judgement is made.',
    'Stable: the difference is too small to be told.',
    'No conclusion: data are missing or confidential.',
  ],
  sources: 'Sources',
  sourcesCaption: 'Sources of the data and their licences',
  source: 'Source',
  licence: 'Licence',
  indicators: 'Rules of the indicators',
  indicatorsCaption: 'For each indicator: the intended effect, the rule for adding up and the publication threshold',
  indicator: 'Indicator',
  aim: 'Intended effect',
  rule: 'Territorial rule',
  threshold: 'Publication threshold',
  editions: 'Editions',
  editionsText: 'Each computation that changes a figure makes an edition. Earlier ones can still be read.',
  editionsNone: 'No edition yet: import and publish a first file.',
};
