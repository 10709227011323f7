import { ApiProblem } from '../api/client';
import { useText } from '../text/language';

/** What went wrong, in the server's words where it gave some. */
export function problemText(error: unknown): string {
  if (error instanceof ApiProblem && error.title) return [error.title, error.detail].filter(Boolean).join(' ');
  return useText().value.frame.failedText;
}
