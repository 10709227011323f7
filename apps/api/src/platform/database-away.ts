// Network errors of node, and the SQLSTATE of connection failures, shutdowns and exhausted resources
// (PostgreSQL documentation, appendix A: classes 08, 53 and 57).
const networkCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH']);
const stateCodes = /^(08...|53[0134]..|57P0[1-5]|57014|55P03)$/;
// pg and pg-pool give these no code
const messages =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** Whether an error says that the database cannot answer now, rather than that a query is wrong. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (networkCodes.has(code) || stateCodes.test(code) || messages.test(error.message)) return true;
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway);
  return error.cause !== undefined && isDatabaseAway(error.cause);
}
