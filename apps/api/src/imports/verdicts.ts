import type { CheckResult } from './check-file';

/** A check as other programs read it, from the command line and from a trial run of the API alike. */
export const verdictsOf = ({ outcome, read, kept, ignored, rejected, sum, findings }: CheckResult) => ({
  outcome,
  read,
  kept,
  ignored,
  rejected,
  sum,
  findings: findings.map(({ code, severity, line, column, seen, expected, message }) => ({
    code,
    severity,
    line,
    column,
    seen,
    expected,
    message,
  })),
});
