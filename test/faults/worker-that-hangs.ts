// Stands for a calculation that never ends: the thread waits until it is ended from outside.
export default function hang(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}
