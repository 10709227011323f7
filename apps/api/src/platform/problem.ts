/** RFC 9457 problem details. Every error that the API answers has this shape, with a title in French. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly instance?: string;
  readonly requestId?: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

/** Thrown by a feature to answer a problem; the filter in problem.filter.ts writes it. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    /** Stable name, last part of the type's URI: "territoire-inconnu". */
    readonly code: string,
    /** French, for a person. */
    readonly title: string,
    readonly detail?: string,
    readonly errors?: ProblemDetails['errors'],
  ) {
    super(title);
  }
}
