import type { Texts } from '../texts';

export const home: Texts['home'] = {
  loadingTitle: 'What is changing in the département',
  inBrief: 'In short',
  see: 'See',
  seeMore: (subject) => `See: ${subject}`,
  aims: 'Four intended effects',
  aimsIntroduction:
    'Social development aims at four effects. For each, one leading indicator and how all the others are moving.',
  noLead: 'No data for this effect yet.',
  seeIndicators: 'See the indicators',
  allIndicators: (aim) => `See the indicators: ${aim}`,
  where: 'Where',
  mapChoice: 'Indicator shown on the map',
  improving: 'Where it improves most',
  worsening: 'Where it worsens most',
  noClearDifference: 'No clear difference.',
  noMap: 'The map will be drawn as soon as an indicator is available by commune or canton.',
  howMuch: 'By how much, and how sure',
  doubleEffect: 'A double effect: on people and on the place',
  allProjects: 'All projects',
  watch: 'To watch',
  watchNothing: 'Nothing to report: no data are late and statistical confidentiality hides few values.',
  howToRead: 'How to read this page',
  howToReadTexts: [
    'A word and an icon say whether a change is favourable, unfavourable or stable. Colour only repeats them.',
    'Favourable and unfavourable are used only for indicators with a declared desired direction. The others rise or fall, without judgement.',
    'A confidential or missing value is named as such: it is never replaced by zero, never guessed.',
    'Click a figure: its definition, formula, source, dates, file and lines are shown.',
  ],
  firstRunTitle: 'No figure has been published yet',
  firstRunText:
    'Sillage is ready. Figures will appear here as soon as a first file has been imported and published: nothing else is needed.',
  firstRunImport: 'Import a first file',
  firstRunJobs: 'See the scheduled jobs',
};
