import { type Period, periodCode } from '../period';
import { joinedPeriod, type PeriodPart } from './period-part';
import { alignPeriod, type PeriodReading, readPeriod } from './period-reading';

const memoryLimit = 20_000;

/** What each distinct period cell means. */
export class PeriodCells {
  private readonly known = new Map<string, PeriodReading>();

  constructor(
    private readonly latestYear: number,
    /** Whether the file mixes French and American dates: then 01/02/2023 means nothing. */
    private readonly hasAmericanDates: boolean,
  ) {}

  read(cell: string): PeriodReading {
    const before = this.known.get(cell);
    if (before) return before;
    const reading: PeriodReading = this.isAmbiguousDate(cell)
      ? { kind: 'invalid', code: 'PERIODE_INVALIDE' }
      : readPeriod(cell, this.latestYear);
    if (this.known.size < memoryLimit) this.known.set(cell, reading);
    return reading;
  }

  /** A year and its month, in two cells. */
  readTwo(year: string, part: string, unit: PeriodPart['unit']): PeriodReading {
    const name = `${unit} ${part}\n${year}`;
    const before = this.known.get(name);
    if (before) return before;
    const reading = readPeriod(joinedPeriod(year, part, unit, this.latestYear), this.latestYear);
    if (this.known.size < memoryLimit) this.known.set(name, reading);
    return reading;
  }

  private isAmbiguousDate(cell: string): boolean {
    return this.hasAmericanDates && /^\s*(0?[1-9]|1[0-2])[/.-](0?[1-9]|1[0-2])[/.-]\d{4}(?:[T ][\d:]+)?\s*$/.test(cell);
  }
}

/** A day counts for the period of the indicator that holds it. */
export const codeOfPeriod = (period: Period, isDay: boolean, frequency: string): number =>
  periodCode(isDay ? alignPeriod(period, frequency) : period);
