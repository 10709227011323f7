import type { Locale } from '@sillage/indicators';
import type { CheckResult } from './check-file';
import { composeFindings } from './compose-findings';

/** A check as other programs read it, from the command line and from a trial run of the API alike. */
export const verdictsOf = (
  { outcome, read, kept, ignored, rejected, sum, findings }: CheckResult,
  language: Locale,
) => ({ outcome, read, kept, ignored, rejected, sum, findings: composeFindings(findings, language) });
