import type { PullRefusalCode } from '@sillage/indicators';

/** Why a file was not fetched: a normal outcome, told to the reader by its code. */
export class PullRefusal extends Error {
  constructor(
    readonly code: PullRefusalCode,
    readonly detail = '',
  ) {
    super(code);
  }
}
