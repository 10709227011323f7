import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { cleanupOpenApiDoc } from 'nestjs-zod';

/** The contract, written from the schemas that validate the requests. */
export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const information = new DocumentBuilder().setTitle('Sillage').setVersion('1').setLicense('MIT', '').build();
  return cleanupOpenApiDoc(SwaggerModule.createDocument(app, information));
}

/** Described at the first request: the routes are all known by then. */
export function serveOpenApi(app: NestFastifyApplication): void {
  let document: string | undefined;
  app
    .getHttpAdapter()
    .getInstance()
    .get('/api/v1/openapi.json', (_request, reply) => {
      document ??= JSON.stringify(describeApi(app));
      return reply.header('content-type', 'application/json; charset=utf-8').send(document);
    });
}
