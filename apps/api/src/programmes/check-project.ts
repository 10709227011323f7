import { type ProjectDefinition, type ProjectOutcome, programmesFr } from '@sillage/indicators';
import type { Fault } from '../platform/csv-table';

/** What no definition shows by itself. */
export interface KnownWorld {
  readonly indicators: ReadonlySet<string>;
  readonly programmes: ReadonlySet<string>;
  /** Main outcome that a project fixed before it began, by the project's code. */
  readonly fixedOutcomes: ReadonlyMap<string, string>;
  /** Whether a code designates a territory today. */
  readonly hasTerritory: (level: string, code: string) => boolean;
}

type Add = (pointer: string, detail: string) => void;
const { faults: words } = programmesFr;
/** No reading of a project's years goes further back: an earlier date is a slip. */
const earliestStart = '1900-01-01';

const euros = (cents: number): string => (cents / 100).toFixed(2).replace('.', ',').replace('-', '\u2212');
const plain = (value: number): string => String(value).replace('.', ',').replace('-', '\u2212');

/** Everything that must be mended in a project before it is stored. */
export function checkProject(project: ProjectDefinition, known: KnownWorld): Fault[] {
  const faults: Fault[] = [];
  const add: Add = (pointer, detail) => faults.push({ pointer, detail });
  if (project.programme !== null && !known.programmes.has(project.programme)) {
    add('/programme', words.unknownProgramme(project.programme));
  }
  checkTerritories(project, known, add);
  checkOutcomes(project.outcomes, known, add);
  const fixed = known.fixedOutcomes.get(project.code);
  if (fixed !== undefined && !project.outcomes.some(({ indicator }) => indicator === fixed)) {
    add('/outcomes', words.fixedOutcome(fixed));
  }
  checkMeans(project, add);
  checkFacts(project, known, add);
  checkUnitCosts(project, add);
  return faults;
}

function checkTerritories({ territories, endDate }: ProjectDefinition, known: KnownWorld, add: Add): void {
  const seen = new Set<string>();
  territories.forEach(({ level, code, startDate }, index) => {
    const pointer = `/territories/${index}`;
    const key = `${level} ${code}`;
    if (seen.has(key)) add(pointer, words.territoryTwice(code));
    seen.add(key);
    if (!known.hasTerritory(level, code)) {
      const likely = `0${code}`;
      add(
        `${pointer}/code`,
        known.hasTerritory(level, likely) ? words.lostZero(code, likely) : words.unknownTerritory(level, code),
      );
    }
    if (startDate < earliestStart) add(`${pointer}/startDate`, words.tooEarly(code, startDate, earliestStart));
  });
  const latest = territories.map(({ startDate }) => startDate).reduce((a, b) => (a > b ? a : b), '');
  if (endDate !== null && endDate < latest) add('/endDate', words.endBeforeStart(endDate, latest));
}

function checkOutcomes(outcomes: readonly ProjectOutcome[], known: KnownWorld, add: Add): void {
  const seen = new Set<string>();
  outcomes.forEach(({ indicator, baseline, target, milestones }, index) => {
    const pointer = `/outcomes/${index}`;
    if (!known.indicators.has(indicator)) add(`${pointer}/indicator`, words.unknownIndicator(indicator));
    if (seen.has(indicator)) add(`${pointer}/indicator`, words.indicatorTwice(indicator));
    seen.add(indicator);
    if (baseline && target && target.date < baseline.date) {
      add(`${pointer}/target`, words.targetBeforeBaseline(indicator, target.date, baseline.date));
    }
    for (const { date } of milestones) {
      const isOutside = (baseline && date < baseline.date) || (target && date > target.date);
      if (isOutside) add(`${pointer}/milestones`, words.milestoneOutside(indicator, date));
    }
  });
  const mainCount = outcomes.filter(({ isMain }) => isMain).length;
  if (outcomes.length > 0 && mainCount !== 1) add('/outcomes', words.mainOutcomes(mainCount));
}

export function checkBudget(budget: ProjectDefinition['budget'], add: Add): void {
  const years = new Set<number>();
  budget.forEach(({ year, votedCents, committedCents, spentCents }, index) => {
    if (years.has(year)) add(`/budget/${index}/year`, words.yearTwice(year));
    years.add(year);
    for (const [field, cents] of Object.entries({ votedCents, committedCents, spentCents })) {
      if (cents !== null && cents < 0) add(`/budget/${index}/${field}`, words.negativeAmount(year, euros(cents)));
    }
  });
}

function checkMeans({ budget, policies, partners, actions, participation }: ProjectDefinition, add: Add): void {
  checkBudget(budget, add);
  for (const policy of twice(policies)) add('/policies', words.policyTwice(programmesFr.policies[policy]));
  for (const name of twice(partners.map((partner) => partner.name))) add('/partners', words.partnerTwice(name));
  actions.forEach(({ fr, startDate, endDate }, index) => {
    if (startDate && endDate && endDate < startDate) add(`/actions/${index}`, words.actionOrder(fr));
  });
  const periods = new Set<string>();
  participation.forEach(({ period, distinctPeople, attendances, source }, index) => {
    const pointer = `/participation/${index}`;
    const key = `${period} ${source.label}`;
    if (periods.has(key)) add(pointer, words.periodTwice(period));
    periods.add(key);
    if (distinctPeople !== null && attendances !== null && distinctPeople > attendances) {
      add(pointer, words.morePeopleThanAttendances(period, distinctPeople, attendances));
    }
  });
}

function checkFacts({ facts }: ProjectDefinition, known: KnownWorld, add: Add): void {
  facts.forEach(({ indicator, statements }, index) => {
    if (indicator !== null && !known.indicators.has(indicator)) {
      add(`/facts/${index}/indicator`, words.unknownIndicator(indicator));
    }
    statements.forEach(({ low, high }, rank) => {
      if (low > high) add(`/facts/${index}/statements/${rank}`, words.rangeOrder(plain(low), plain(high)));
    });
  });
}

function checkUnitCosts({ unitCosts, outcomes }: ProjectDefinition, add: Add): void {
  unitCosts.forEach(({ indicator, lowCents, likelyCents, highCents }, index) => {
    const pointer = `/unitCosts/${index}`;
    if (lowCents < 0) add(`${pointer}/lowCents`, words.negativeCost(euros(lowCents)));
    if (lowCents > likelyCents || likelyCents > highCents) add(pointer, words.costOrder);
    if (!outcomes.some((outcome) => outcome.indicator === indicator)) {
      add(`${pointer}/indicator`, words.costOutsideOutcomes(indicator));
    }
  });
}

const twice = <Item>(items: readonly Item[]): Item[] => [
  ...new Set(items.filter((item, index) => items.indexOf(item) !== index)),
];
