import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Observable, tap } from 'rxjs';
import { PagesService } from './pages.service';

/** After a write by anyone, the next page is read anew, however soon it is asked for. */
@Injectable()
export class FreshAfterWriting implements NestInterceptor {
  constructor(private readonly pages: PagesService) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { method } = context.switchToHttp().getRequest<FastifyRequest>();
    if (method === 'GET' || method === 'HEAD') return next.handle();
    return next.handle().pipe(tap(() => this.pages.forgetStamps()));
  }
}
