import type { FastifyReply } from 'fastify';

/** Of work that was only queued: where its progress and its outcome are read. */
export function followAt(reply: FastifyReply, batchId: number): void {
  reply.header('location', `/api/v1/imports/${batchId}`);
}
