import {
  type AvoidedCost,
  type AvoidedCostQuestion,
  type AvoidedCostRefusal,
  avoidedCost,
  effectWords,
  formatNumber,
  type Locale,
  typeset,
  type UnitCost,
  vocabulary,
} from '@sillage/indicators';
import { moneyText } from './compose-project-means';
import type { EvaluatedOutcome, ProjectItem } from './project-facts';

/** French public projects (methods.md §1.12). */
const discountRate = 0.032;

/** What the main effect avoided to those who pay, over the years observed; or why nobody can say. A chance, never a ratio. */
export function avoidedCostOf({ project, outcomes: [main] }: ProjectItem, locale: Locale): string[] {
  const words = effectWords[locale].limits.cost;
  if (project.unitCosts.length === 0 || !main) return [];
  // each price stands alone against the whole cost of the project: what two prices hold in common is never added
  const prices = project.unitCosts.filter(({ indicator }) => indicator === main.indicator.code);
  const lines = prices.length === 0 ? [words.noPrice] : prices.flatMap((price) => tell(price, main, project, locale));
  return [...new Set(lines)].map((line) => typeset(line, locale));
}

function tell(price: UnitCost, main: EvaluatedOutcome, project: ProjectItem['project'], locale: Locale): string[] {
  const { refusals } = effectWords[locale].limits.cost;
  const { evaluation } = main.record;
  const spending = spendingOf(project.budget, main);
  const found = avoidedCost({
    evaluation,
    ...exposureOf(main),
    savesWhen: main.indicator.polarity === 'higher-is-better' ? 'higher' : 'lower',
    unitCost: {
      amount: {
        kind: 'triangular',
        low: price.lowCents / 100,
        mode: price.likelyCents / 100,
        high: price.highCents / 100,
      },
      source: price.source.label,
      year: price.year,
    },
    cashableShare: price.cashableShare,
    // only years that were observed are counted: nothing is carried beyond them
    dropOff: 0,
    discountRate,
    projectCost: spending?.euros ?? 0,
    payers: [{ name: price.payer, share: 1 }],
    gainers: [{ name: price.gainer, share: 1 }],
    seed: evaluation.seed,
  });
  if (found.status === 'refused') return [refusals[found.code](numberOf(found, locale))];
  if (!spending) return [refusals['no-budget']('')];
  return [...linesOf(found, price, locale), spentLine(spending, found, locale)];
}

function linesOf(found: AvoidedCost, price: UnitCost, locale: Locale): string[] {
  const words = effectWords[locale].limits.cost;
  const money = (euros: number): string => moneyText(euros, locale);
  const { benefit, net, unitCostSource } = found;
  const chances = Math.round(100 * found.probability);
  const told =
    chances >= 100 ? words.nearlyAll : chances < 1 ? words.hardlyAny : words.probability(String(chances), chances < 2);
  const label = price.label[locale] ?? price.label.fr;
  return [
    told,
    words.amount(money(benefit.median), money(benefit.low), money(benefit.high)),
    ...(benefit.low < 0 ? [words.added] : []),
    words.net(money(net.median), money(net.low), money(net.high)),
    words.payers(price.payer, price.gainer),
    words.cashable(vocabulary[locale].relative(formatNumber(100 * price.cashableShare, 0, locale))),
    words.price(label, money(price.lowCents / 100), money(price.highCents / 100), money(price.likelyCents / 100)),
    words.source(unitCostSource.source, String(unitCostSource.year)),
  ];
}

function spentLine({ euros, first, last }: Spending, { draws, seed }: AvoidedCost, locale: Locale): string {
  const words = effectWords[locale].limits.cost;
  return words.basis(moneyText(euros, locale), first, last, formatNumber(draws, 0, locale), String(seed));
}

/** The number that a refusal speaks of. */
function numberOf({ facts }: AvoidedCostRefusal, locale: Locale): string {
  const { level, probability } = facts;
  if (typeof level === 'number') return formatNumber(level, 0, locale);
  return typeof probability === 'number' ? formatNumber(100 * probability, 0, locale) : '';
}

/** People behind one unit of the effect, over the years that each territory was really treated. */
function exposureOf({ record, persons }: EvaluatedOutcome): Pick<AvoidedCostQuestion, 'exposed' | 'years'> {
  const { pool, evaluation } = record;
  const { result } = evaluation;
  const last = pool.periods.at(-1);
  if (result.status === 'refused' || persons === null || last === undefined) return { exposed: Number.NaN, years: 1 };
  const treatedYears = pool.treated.map(({ since }) => last - since + 1);
  const years = Math.max(...treatedYears, 1);
  const share = treatedYears.reduce((sum, count) => sum + count, 0) / (years * treatedYears.length);
  return { exposed: (persons / Math.abs(result.estimate)) * share, years };
}

interface Spending {
  /** In euros of the first year of the project, as the expenses avoided are. */
  readonly euros: number;
  readonly first: string;
  readonly last: string;
}

/** What was spent until the last year observed; what was committed, or else voted, where the accounts are not closed. */
function spendingOf(budget: ProjectItem['project']['budget'], { record: { pool } }: EvaluatedOutcome): Spending | null {
  const lastYear = pool.periods.at(-1) ?? Number.NEGATIVE_INFINITY;
  const start = Math.min(...pool.treated.map(({ since }) => since));
  const known = budget
    .map(({ year, spentCents, committedCents, votedCents }) => ({
      year,
      cents: spentCents ?? committedCents ?? votedCents,
    }))
    .flatMap(({ year, cents }) => (cents === null || year > lastYear ? [] : [{ year, cents }]))
    .sort((a, b) => a.year - b.year);
  const [first] = known;
  if (!first) return null;
  const euros = known.reduce((sum, { year, cents }) => sum + cents / 100 / (1 + discountRate) ** (year - start), 0);
  return { euros, first: String(first.year), last: String(known.at(-1)!.year) };
}
