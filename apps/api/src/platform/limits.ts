export const bodyLimitMebibytes = 1;
/** The time the head of a request may take to arrive; bodies have their own limit (body-deadline.ts). */
export const headersTimeoutMs = 30_000;
export const webQueryTimeoutMs = 15_000;
