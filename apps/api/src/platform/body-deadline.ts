import type { IncomingMessage } from 'node:http';

const bodyWithinMs = 30_000;
/** A file may take as long as it needs, at this pace or faster. */
const uploadBytesPerSecond = 16 * 1024;

/** Cuts a request whose body comes too slowly: within 30 s, or at 16 KiB/s for a file. */
export function limitBodyTime(request: IncomingMessage, isUpload: boolean, withinMs = bodyWithinMs): void {
  if (request.headers['content-length'] === undefined && request.headers['transfer-encoding'] === undefined) return;
  let bytesBefore = request.socket.bytesRead;
  const timer = setInterval(() => {
    const received = request.socket.bytesRead - bytesBefore;
    bytesBefore = request.socket.bytesRead;
    // a paused stream is our own slowness, not the sender's
    if (isUpload && (request.isPaused() || received >= (uploadBytesPerSecond * withinMs) / 1000)) return;
    request.destroy(new Error('The body came too slowly'));
  }, withinMs).unref();
  const done = () => clearInterval(timer);
  request.once('end', done).once('close', done).once('error', done);
}
