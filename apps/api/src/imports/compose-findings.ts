import { describeFinding, type Finding, type Locale } from '@sillage/indicators';
import type { z } from 'zod';
import type { FindingsDto } from './imports.dto';

/** Findings in the language of who reads them. */
export const composeFindings = (
  findings: readonly Finding[],
  language: Locale,
): z.output<typeof FindingsDto.schema>['findings'] =>
  findings.map((finding) => {
    const { code, severity, line, column, seen, expected, message } = describeFinding(finding, language);
    return { code, severity, line, column, seen, expected, message };
  });
