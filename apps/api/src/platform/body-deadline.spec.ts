import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { limitBodyTime } from './body-deadline';

const withinMs = 150;

describe('a body that is slow to come', () => {
  let server: Server;
  let isUpload: boolean;
  beforeAll(async () => {
    server = createServer((incoming, response) => {
      limitBodyTime(incoming, isUpload, withinMs);
      incoming.on('error', () => undefined);
      incoming.on('data', () => undefined);
      incoming.on('end', () => response.end('whole'));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => server.close());

  /** Sends pieces with a pause before each; the answer, or "cut". */
  const send = (pieces: readonly number[], pauseMs: number) =>
    new Promise<string>((resolve) => {
      const { port } = server.address() as AddressInfo;
      const outgoing = request({ port, host: '127.0.0.1', method: 'POST' }, (response) => {
        response.on('data', (chunk: Buffer) => resolve(chunk.toString()));
      });
      outgoing.on('error', () => resolve('cut'));
      const write = async () => {
        for (const size of pieces) {
          await pause(pauseMs);
          if (!outgoing.destroyed) outgoing.write(Buffer.alloc(size));
        }
        if (!outgoing.destroyed) outgoing.end();
      };
      write();
    });

  it.each([
    ['that comes in time', false, [10, 10], 20, 'whole'],
    ['that drips', false, [10, 10, 10, 10, 10, 10], 100, 'cut'],
    ['of a file that comes at a good pace, however long', true, Array(6).fill(20_000), 100, 'whole'],
    ['of a file that drips', true, [10, 10, 10, 10, 10, 10], 100, 'cut'],
  ] as const)('%s', async (_, upload, pieces, pauseMs, expected) => {
    isUpload = upload;
    expect(await send(pieces, pauseMs)).toBe(expected);
  });
});
