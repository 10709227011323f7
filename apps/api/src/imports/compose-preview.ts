import { describeFinding, type Locale, type PreviewRow } from '@sillage/indicators';
import type { z } from 'zod';
import type { PreviewDto } from './imports.dto';

/** Rows of a file with their verdicts, as a person reads them. */
export const composePreview = (
  headers: readonly string[],
  rows: readonly PreviewRow[],
  language: Locale,
  sheet: string | undefined,
): z.output<typeof PreviewDto.schema> => ({
  headers: [...headers],
  rows: rows.map(({ line, cells, verdict, findings }) => ({
    line,
    cells: [...cells],
    verdict,
    findings: findings.map((finding) => {
      const { code, column, message } = describeFinding({ ...finding, sheet }, language);
      return { code, column, message };
    }),
  })),
});
