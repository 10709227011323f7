// Network errors of node, and the SQLSTATE of connection failures, shutdowns and exhausted resources
// (PostgreSQL documentation, appendix A: classes 08, 53 and 57).
const networkCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH']);
const stateCodes = /^(08...|53[0234]..|57P0[1-5]|57014|55P03)$/;
// pg and pg-pool give these no code
const messages =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** The code of an error of node or PostgreSQL, '' without one. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/** Whether an error says that the database cannot answer now, rather than that a query is wrong. */
export function isDatabaseAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const code = codeOf(error);
  if (networkCodes.has(code) || stateCodes.test(code)) return true;
  if ('message' in error && typeof error.message === 'string' && messages.test(error.message)) return true;
  // several addresses of one name, each with its refusal
  if ('errors' in error && Array.isArray(error.errors)) return error.errors.some(isDatabaseAway);
  return 'cause' in error && isDatabaseAway(error.cause);
}
