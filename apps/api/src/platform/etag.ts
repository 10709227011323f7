import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A new build may word the same state differently: it shares no ETag with the previous one. */
const build = Math.floor(statSync(__filename).mtimeMs).toString(36);

const digest = (text: string | Buffer) => createHash('sha1').update(text).digest('base64url').slice(0, 16);

function answerTag(reply: FastifyReply, request: FastifyRequest, tag: string): boolean {
  reply.header('etag', tag).header('cache-control', 'private, no-cache');
  const known = request.headers['if-none-match'];
  if (known === undefined) return false;
  const isKnown = known.split(',').some((candidate) => candidate.trim() === tag);
  if (isKnown) reply.status(304);
  return isKnown;
}

/**
 * For anything derived from a published state. The ETag is made of the state's version and the whole address (the view
 * state is in the query string): a reader who has the answer gets 304 before anything is computed.
 *
 * ```ts
 * read(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
 *   return unlessUnchanged(request, reply, state.version, () => this.compute(…));
 * }
 * ```
 */
export async function unlessUnchanged<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  version: number | string,
  compute: () => T | Promise<T>,
): Promise<T | undefined> {
  const tag = `W/"${version}-${build}-${digest(request.url)}"`;
  return answerTag(reply, request, tag) ? undefined : compute();
}

export const contentTag = (body: string): string => `W/"${digest(body)}"`;

/** For an answer that exists already: its ETag is its content. Returns undefined when the reader has it. */
export function unlessSame(
  request: FastifyRequest,
  reply: FastifyReply,
  body: string,
  tag = contentTag(body),
): string | undefined {
  return answerTag(reply, request, tag) ? undefined : body;
}
