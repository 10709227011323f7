import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { cleanupOpenApiDoc } from 'nestjs-zod';
import { unlessSame } from './etag';

// RFC 9457
const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string', description: 'Stable name of the problem: urn:sillage:probleme:…' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string' },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'detail'],
        properties: { pointer: { type: 'string' }, detail: { type: 'string' } },
      },
    },
  },
};

const problemResponse = {
  description: 'A problem, in French or in the language asked for',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** @nestjs/swagger 11.4 takes nestjs-zod's ["number", "null"] for an array of numbers. */
function mendNullables({ components }: OpenAPIObject): void {
  for (const schema of Object.values(components?.schemas ?? {})) {
    if (!('properties' in schema)) continue;
    for (const property of Object.values(schema.properties ?? {})) {
      // a list has a type of its own, so nestjs-zod does not mark it
      if (!('items' in property && 'x-nestjs_zod-empty-type' in property)) continue;
      Object.assign(property, { type: '', anyOf: [property.items, { type: 'null' }] });
      delete property.items;
    }
  }
}

/** The contract, written from the schemas that validate the requests. */
export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const information = new DocumentBuilder().setTitle('Sillage').setVersion('1').setLicense('MIT', '').build();
  const described = SwaggerModule.createDocument(app, information);
  mendNullables(described);
  const document = cleanupOpenApiDoc(described);
  for (const operations of Object.values(document.paths)) {
    for (const operation of [operations.get, operations.post, operations.put, operations.patch, operations.delete]) {
      if (operation) operation.responses = { ...operation.responses, default: problemResponse };
    }
  }
  const schemas = { ...document.components?.schemas, Problem: problemSchema };
  return { ...document, components: { ...document.components, schemas } };
}

/** Described at the first request: the routes are all known by then. */
export function serveOpenApi(app: NestFastifyApplication): void {
  let document: string | undefined;
  app
    .getHttpAdapter()
    .getInstance()
    .get('/api/v1/openapi.json', (request, reply) => {
      document ??= JSON.stringify(describeApi(app));
      return reply.header('content-type', 'application/json; charset=utf-8').send(unlessSame(request, reply, document));
    });
}
