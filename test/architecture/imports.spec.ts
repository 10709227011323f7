import { spawnSync } from 'node:child_process';
import { root } from './sources';

describe('who imports whom', () => {
  it('follows the rules of .dependency-cruiser.cjs, without one cycle', () => {
    const { stdout, status } = spawnSync(
      process.execPath,
      [
        'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
        '--config',
        '.dependency-cruiser.cjs',
        'apps',
        'libs',
        'test',
      ],
      { cwd: root, encoding: 'utf8' },
    );
    expect(stdout).toContain('no dependency violations found');
    expect(status).toBe(0);
  });
});
