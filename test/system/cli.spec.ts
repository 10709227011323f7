import { createServer } from 'node:net';
import { runCommand, startCommand } from '../support/command';
import { aDatabase, type TestDatabase } from '../support/database';
import { aHome } from '../support/server';

// typographic spaces read as plain ones
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('the sillage command', () => {
  let database: TestDatabase;
  const environment = () => ({ DATABASE_URL: database.url, SILLAGE_HOME: aHome(), PORT: '0', SILLAGE_LOG: 'errors' });
  beforeAll(async () => {
    database = await aDatabase();
  });
  afterAll(() => database.drop());

  it('explains itself', async () => {
    const { code, output } = await runCommand(['help']);
    expect(code).toBe(0);
    for (const name of ['start', 'check', 'import', 'rebuild', 'catalogue load', 'territories load']) {
      expect(output).toContain(name);
    }
  });

  it.each([[['rien']], [['__proto__']], [['constructor']]])('does not know %j', async (args) => {
    const { code, errors } = await runCommand(args);
    expect(code).toBe(2);
    expect(plain(errors)).toContain(`Commande inconnue : ${args[0]}`);
  });

  it('lists every fault of the environment at once, in French', async () => {
    const { code, errors } = await runCommand(['rebuild'], { DATABASE_URL: 'mysql://x', PORT: 'douze' });
    expect(code).toBe(1);
    expect(plain(errors)).toContain('Les variables d’environnement sont à corriger :');
    expect(errors).toContain('DATABASE_URL doit commencer par postgres://');
    expect(errors).toContain('PORT doit être un nombre entier');
    expect(errors).not.toContain(' at ');
  });

  it('says which database does not answer, without its password', async () => {
    const { code, errors } = await runCommand(['rebuild'], { DATABASE_URL: 'postgres://moi:tresor@127.0.0.1:9/x' });
    expect(code).toBe(1);
    expect(errors).toContain('127.0.0.1:9');
    expect(errors).not.toContain('tresor');
  });

  it('says that an account is refused', async () => {
    const url = new URL(database.url);
    url.password = 'faux';
    const { code, errors } = await runCommand(['rebuild'], { DATABASE_URL: url.href });
    expect(code).toBe(1);
    expect(errors).toContain('refuse la connexion');
  });

  it('says that the port is taken, and which one to try', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { code, errors } = await runCommand(['start'], { ...environment(), PORT: String(port) });
    other.close();
    expect(code).toBe(1);
    expect(errors).toContain(`Le port ${port} est déjà utilisé`);
    expect(errors).toContain(`PORT=${port + 1}`);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'starts, serves this machine only, and ends well on %s',
    async (signal) => {
      const server = startCommand(['start'], environment());
      const output = plain(await server.seen(/Ctrl-C/));
      const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(output) ?? [''];
      expect(output).toContain('Seul cet ordinateur peut s’y connecter');
      expect((await fetch(`${url}/api/v1/health`)).status).toBe(200);
      const askedAt = performance.now();
      server.child.kill(signal);
      expect((await server.ended).code).toBe(0);
      expect(performance.now() - askedAt).toBeLessThan(5_000);
    },
    180_000,
  );

  it('ends well when it is stopped in the middle of its first start', async () => {
    const empty = await aDatabase();
    const server = startCommand(['start'], { ...environment(), DATABASE_URL: empty.url });
    await server.seen(/chargement des territoires/);
    server.child.kill('SIGINT');
    expect((await server.ended).code).toBe(0);
    await empty.drop();
  }, 60_000);
});
