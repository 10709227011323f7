import { drawnWords } from '../wording/effects/drawn-words';
import { figureWords } from '../wording/figures/figure-words';
import { formatNumber } from '../wording/format-number';
import type { Locale } from '../wording/locale';
import { typeset } from '../wording/typeset';
import { vocabulary } from '../wording/vocabulary/vocabulary';
import type { BudgetFacts } from './effect-facts';
import type { Figure, LegendItem } from './figure';
import { tokens } from './tokens';

export const budgetKinds = ['voted', 'committed', 'spent'] as const;
export const budgetColors = { voted: tokens.pale, committed: tokens.other1, spent: tokens.observed } as const;

interface MoneyScale {
  readonly divisor: number;
  readonly name: 'euros' | 'thousands' | 'millions';
}

/** Euros are shown in the unit that leaves the fewest digits. */
export function moneyScale(most: number): MoneyScale {
  if (most >= 2_000_000) return { divisor: 1_000_000, name: 'millions' };
  return most >= 20_000 ? { divisor: 1_000, name: 'thousands' } : { divisor: 1, name: 'euros' };
}

/** One scale for all the amounts of a figure. */
export const budgetScale = ({ years }: BudgetFacts): MoneyScale =>
  moneyScale(Math.max(0, ...years.flatMap((year) => budgetKinds.map((kind) => year[kind] ?? 0))));

export function budgetText(amount: number, facts: BudgetFacts, locale: Locale): string {
  const { divisor, name } = budgetScale(facts);
  return formatNumber(amount / divisor, name === 'millions' ? 2 : 0, locale);
}

/** C12: what was voted, committed and spent each year. */
export function composeBudget(facts: BudgetFacts, locale: Locale): Figure {
  const words = drawnWords[locale].figures.budget;
  const { years, project } = facts;
  const unit = words[budgetScale(facts).name];
  const range = figureWords[locale].range(String(years[0]?.year ?? ''), String(years.at(-1)?.year ?? ''));
  const told = tellBudget(facts, locale);
  const subtitle = typeset(words.subtitle(project, unit, range), locale);
  return {
    id: 'budget',
    kind: 'budget',
    title: typeset(told.title, locale),
    subtitle,
    sentence: typeset(told.sentence, locale),
    caption: typeset(words.caption, locale),
    table: {
      caption: subtitle,
      columns: [
        { label: words.columns.year, isNumeric: false },
        ...budgetKinds.map((kind) => ({ label: typeset(`${words[kind]} (${unit})`, locale), isNumeric: true })),
        { label: words.columns.share, isNumeric: true },
      ],
      rows: years.map((year) => [
        { text: String(year.year) },
        ...budgetKinds.map((kind) => {
          const amount = year[kind];
          return amount === null
            ? { text: vocabulary[locale].absences['not-available'].symbol, absence: words.missing }
            : { text: budgetText(amount, facts, locale) };
        }),
        { text: year.voted && year.spent !== null ? share(year.spent / year.voted, locale) : '' },
      ]),
    },
    legend: budgetKinds
      .filter((kind) => years.some((year) => year[kind] !== null))
      .map((kind): LegendItem => ({ label: words[kind], color: budgetColors[kind], pattern: 'solid' })),
    sources: [typeset(facts.isFictitious ? words.fictitious : words.source, locale)],
    dates: [],
    notes: [],
  };
}

const share = (ratio: number, locale: Locale): string =>
  vocabulary[locale].relative(formatNumber(ratio * 100, 0, locale));

/** The newest year whose spending is known. */
function tellBudget({ years }: BudgetFacts, locale: Locale): { title: string; sentence: string } {
  const words = drawnWords[locale].figures.budget;
  const known = years.findLast(({ voted, spent }) => voted !== null && voted > 0 && spent !== null);
  if (!known) return { title: words.noShare, sentence: words.noSentence(String(years.at(-1)?.year ?? '')) };
  const part = share(known.spent! / known.voted!, locale);
  return { title: words.title(part, String(known.year)), sentence: words.sentence(part, String(known.year)) };
}
