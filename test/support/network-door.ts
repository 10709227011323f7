import { createConnection, createServer, type Server, type Socket } from 'node:net';

/** A door in front of a server that a test can close: what a reader sees when the network or the server goes away. */
export class NetworkDoor {
  private readonly sockets = new Set<Socket>();
  private isOpen = true;

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async before(target: { host: string; port: number }): Promise<NetworkDoor> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const door = new NetworkDoor(server, typeof address === 'object' && address ? address.port : 0);
    server.on('connection', (socket) => door.join(socket, target));
    return door;
  }

  /** Cuts every connection and refuses new ones. */
  cut(): void {
    this.isOpen = false;
    for (const socket of this.sockets) socket.destroy();
  }

  restore(): void {
    this.isOpen = true;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(socket: Socket, { host, port }: { host: string; port: number }): void {
    if (!this.isOpen) {
      socket.resetAndDestroy();
      return;
    }
    const target = createConnection({ host, port });
    for (const [end, other] of [
      [socket, target],
      [target, socket],
    ] as const) {
      this.sockets.add(end);
      end.on('error', () => undefined);
      end.on('close', () => {
        this.sockets.delete(end);
        other.destroy();
      });
    }
    socket.pipe(target).pipe(socket);
  }
}
