import type { problemsFr } from './fr';

export const problemsEn: typeof problemsFr = {
  invalidRequest: {
    title: 'The request cannot be read.',
    detail: 'Correct what is pointed out, then try again.',
  },
  notFound: {
    title: 'This address does not exist.',
    detail: 'Check the address. The addresses of the API are described in /api/v1/openapi.json.',
  },
  wrongMethod: { title: 'This address does not accept this kind of request.', detail: undefined },
  tooLarge: (limit) => ({
    title: 'The request is too large.',
    detail: `The limit is ${limit}. For a data file, use the Imports page.`,
  }),
  unsupportedType: {
    title: 'The type of content sent is not accepted.',
    detail: 'Send JSON (application/json), or a file as multipart/form-data.',
  },
  otherSite: {
    title: 'This request comes from another site: it is refused.',
    detail: 'A change can only be asked for from the pages of Sillage, or by a program.',
  },
  plainForm: {
    title: 'This request is refused: it might come from another site.',
    detail: 'Send JSON (Content-Type: application/json) or add the header “x-sillage: 1”.',
  },
  unexpectedHost: {
    title: 'This request is refused: the address of the server is not the expected one.',
    detail:
      'Without the HOST variable, Sillage only accepts changes through http://localhost or http://127.0.0.1. Set HOST to open it to other addresses.',
  },
  timeout: { title: 'The request took too long to arrive.', detail: 'Check the connection, then try again.' },
  databaseAway: {
    title: 'The database does not answer.',
    detail: 'Try again in a few seconds. Nothing is lost: the published figures will come back as they were.',
  },
  tooSlow: {
    title: 'The answer takes too long to compute.',
    detail: 'Try again with a smaller request (fewer territories, indicators or periods).',
  },
  diskFull: {
    title: 'The disk of the server is full.',
    detail: 'Free some room, then try again. The figures already published stay readable.',
  },
  unexpected: (requestId) => ({
    title: 'An unexpected error happened.',
    detail: `It is written in the server’s log under the number ${requestId}. Nothing was stored.`,
  }),
  notBuilt: {
    title: 'The pages of Sillage are not built.',
    detail: 'Run “npm run build”, then start Sillage again.',
  },
  mebibytes: (count) => `${count} MiB`,
};
