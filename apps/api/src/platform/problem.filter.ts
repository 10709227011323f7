import { ArgumentsHost, Catch, ExceptionFilter, HttpException } from '@nestjs/common';
import { problemsEn, problemsFr } from '@sillage/indicators';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ZodValidationException } from 'nestjs-zod';
import { ZodError } from 'zod';
import { codeOf, isDatabaseAway } from './database-away';
import { bodyLimitMebibytes } from './limits';
import { Log } from './log';
import { Problem, type ProblemDetails } from './problem';

const retryAfterSeconds = 5;

/** Every error leaves as RFC 9457 problem details, in French (or in English for ?lang=en), without a stack. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const problem = this.problemFor(error, request);
    if (problem.status === 503)
      this.log.line('warning', 'request-failed', { request: request.id, reason: problem.code });
    else if (problem.status >= 500) this.log.failure('request-failed', error, { request: request.id });
    if (reply.sent) return;
    if (problem.status === 503) reply.header('retry-after', retryAfterSeconds);
    const body: ProblemDetails = {
      type: `urn:sillage:probleme:${problem.code}`,
      title: problem.title,
      status: problem.status,
      detail: problem.detail,
      instance: request.url,
      requestId: request.id,
      errors: problem.errors,
    };
    reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .removeHeader('etag')
      .send(JSON.stringify(body));
  }

  private problemFor(error: unknown, request: FastifyRequest): Problem {
    if (error instanceof Problem) return error;
    const text = isEnglish(request) ? problemsEn : problemsFr;
    const make = (status: number, code: string, { title, detail }: { title: string; detail: string | undefined }) =>
      new Problem(status, code, title, detail);
    if (error instanceof ZodValidationException) {
      const { title, detail } = text.invalidRequest;
      return new Problem(400, 'demande-invalide', title, detail, pointers(error.getZodError()));
    }
    const code = codeOf(error);
    if (code === '53100' || code === 'ENOSPC') return make(507, 'disque-plein', text.diskFull);
    // a zero byte, which no text of PostgreSQL can hold
    if (code === '22021' || code === '22P05') return make(400, 'demande-invalide', text.invalidRequest);
    // an identifier that no row can have
    if (code === '22003') return make(404, 'adresse-inconnue', text.notFound);
    if (code === '57014') return make(503, 'reponse-trop-longue', text.tooSlow);
    if (isDatabaseAway(error)) return make(503, 'base-absente', text.databaseAway);
    switch (statusOf(error)) {
      case 400:
        return make(400, 'demande-invalide', text.invalidRequest);
      case 404:
        return make(404, 'adresse-inconnue', text.notFound);
      case 405:
        return make(405, 'methode-refusee', text.wrongMethod);
      case 408:
        return make(408, 'demande-trop-lente', text.timeout);
      case 413:
        return make(413, 'demande-trop-grande', text.tooLarge(text.mebibytes(bodyLimitMebibytes)));
      case 415:
        return make(415, 'type-refuse', text.unsupportedType);
      default:
        return make(500, 'erreur-inattendue', text.unexpected(request.id));
    }
  }
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  // errors of Fastify itself
  const hasStatus = typeof error === 'object' && error !== null && 'statusCode' in error;
  return hasStatus && typeof error.statusCode === 'number' ? error.statusCode : 500;
}

/** zod's path as a JSON pointer (RFC 6901). */
function pointers(error: unknown): ProblemDetails['errors'] {
  if (!(error instanceof ZodError)) return undefined;
  return error.issues.map(({ path, message }) => ({
    pointer: path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    detail: message,
  }));
}

function isEnglish({ query }: FastifyRequest): boolean {
  return typeof query === 'object' && query !== null && 'lang' in query && query.lang === 'en';
}
