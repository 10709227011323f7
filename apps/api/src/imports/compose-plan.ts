import { absenceWords, isValue, type Locale, type Measure } from '@sillage/indicators';
import type { z } from 'zod';
import type { ReplacementPlan } from './replacement-plan';
import type { ReplacementPlanDto } from './replacement-plan.dto';

type PlanAnswer = z.output<typeof ReplacementPlanDto.schema>;

/** What a person reads before publishing or withdrawing. */
export function composePlan(
  {
    kind,
    counts,
    leftOut,
    firstPeriod,
    lastPeriod,
    otherBatches,
    indicators,
    projects,
    largestChanges,
  }: ReplacementPlan,
  language: Locale,
): PlanAnswer {
  const told = (measure: Measure) =>
    isValue(measure)
      ? { value: measure.value }
      : { absence: measure.absence, label: absenceWords(measure.absence, language) };
  return {
    kind,
    counts: { ...counts },
    leftOut,
    firstPeriod,
    lastPeriod,
    otherBatches: otherBatches.map((batch) => ({ ...batch })),
    indicators: indicators.map(({ code, values, ...texts }) => ({ code, label: texts[language].label, values })),
    projects: projects.map(({ code, fr, en }) => ({ code, title: (language === 'en' && en ? en : fr).title })),
    largestChanges: largestChanges.map(({ level, code, name, indicator, period, before, after }) => ({
      territory: { level, code, name },
      indicator,
      period,
      before: told(before),
      after: after && told(after),
    })),
  };
}
