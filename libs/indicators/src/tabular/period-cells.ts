import { type Period, periodCode } from '../period';
import { joinedPeriod, type PeriodPart } from './period-part';
import { alignPeriod, type PeriodReading, readPeriod } from './period-reading';
import { longSchoolYear } from './school-year';

const memoryLimit = 20_000;

/** How the file writes periods, as its first rows show. */
export interface PeriodHabits {
  readonly latestYear: number;
  /** Whether it mixes French and American dates: then 01/02/2023 means nothing. */
  readonly hasAmericanDates: boolean;
  /** Whether it has school years such as 2012-13: then 2010-11 is no month. */
  readonly hasSchoolYears: boolean;
}

/** What each distinct period cell means. */
export class PeriodCells {
  private readonly known = new Map<string, PeriodReading>();

  constructor(private readonly habits: PeriodHabits) {}

  read(cell: string): PeriodReading {
    const before = this.known.get(cell);
    if (before) return before;
    const reading: PeriodReading = this.isAmbiguousDate(cell)
      ? { kind: 'invalid', code: 'PERIODE_INVALIDE' }
      : this.readOne(cell);
    if (this.known.size < memoryLimit) this.known.set(cell, reading);
    return reading;
  }

  /** A year and its month, in two cells. */
  readTwo(year: string, part: string, unit: PeriodPart['unit']): PeriodReading {
    const name = `${unit} ${part}\n${year}`;
    const before = this.known.get(name);
    if (before) return before;
    const { latestYear } = this.habits;
    const reading = readPeriod(joinedPeriod(year, part, unit, latestYear), latestYear);
    if (this.known.size < memoryLimit) this.known.set(name, reading);
    return reading;
  }

  private readOne(cell: string): PeriodReading {
    const text = this.habits.hasSchoolYears ? longSchoolYear(cell) : cell;
    const reading = readPeriod(text, this.habits.latestYear);
    return reading.kind === 'period' && text !== cell ? { ...reading, isNormalised: true } : reading;
  }

  private isAmbiguousDate(cell: string): boolean {
    const shared = /^\s*(0?[1-9]|1[0-2])[/.-](0?[1-9]|1[0-2])[/.-]\d{4}(?:[T ][\d:]+)?\s*$/;
    return this.habits.hasAmericanDates && shared.test(cell);
  }
}

/** A day counts for the period of the indicator that holds it. */
export const codeOfPeriod = (period: Period, isDay: boolean, frequency: string): number =>
  periodCode(isDay ? alignPeriod(period, frequency) : period);
