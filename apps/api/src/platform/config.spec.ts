import { readEnv } from './config';

const given = (variables: NodeJS.ProcessEnv) => readEnv({ DATABASE_URL: 'postgres://h/d', ...variables });

describe('how files come by themselves', () => {
  it('is nothing unless somebody says so', () => {
    expect(given({ SILLAGE_WATCH: '', SILLAGE_PULL_HOSTS: '' })).toMatchObject({ watchedFolder: null, pullHosts: [] });
  });

  it('is a folder by its whole path, and hosts by their whole names', () => {
    expect(given({ SILLAGE_WATCH: '/srv/depot/', SILLAGE_PULL_HOSTS: 'a.fr' })).toMatchObject({
      watchedFolder: expect.stringMatching(/depot$/),
      pullHosts: [{ host: 'a.fr', port: null, isPlainAllowed: false }],
    });
    expect(() => given({ SILLAGE_WATCH: 'depot', SILLAGE_PULL_HOSTS: '*.fr' })).toThrow(
      /SILLAGE_WATCH.*SILLAGE_PULL_HOSTS/s,
    );
  });
});
