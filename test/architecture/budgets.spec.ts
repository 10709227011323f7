import { listSources, withoutComments } from './sources';

const code = listSources(['apps', 'libs', 'test'], ['.ts', '.mts', '.mjs', '.vue']).filter(
  (file) => !file.path.includes('/migrations/') && !file.path.includes('dashboard/src/api/'),
);
const lineCount = (text: string): number => text.split('\n').length - 1;

describe('the size of files', () => {
  it('never passes 300 lines', () => {
    const long = code
      .filter((file) => lineCount(file.text) > 300)
      .map((file) => `${file.path}: ${lineCount(file.text)}`);
    expect(long).toEqual([]);
  });

  it('stays within 200 lines for 95 % of them', () => {
    const lengths = code.map((file) => lineCount(file.text)).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length * 0.95)]).toBeLessThanOrEqual(200);
  });
});

describe('constructors', () => {
  it('take at most five parameters', () => {
    const crowded = code.flatMap((file) =>
      [...withoutComments(file.text).matchAll(/constructor\(([^)]*)\)/g)]
        .filter((match) => (match[1] ?? '').split(',').filter((parameter) => parameter.trim()).length > 5)
        .map(() => file.path),
    );
    expect(crowded).toEqual([]);
  });
});

describe('what a reader should never meet', () => {
  it.each(['utils', 'types', 'interfaces', 'constants', 'helpers'])('has no folder called %s', (name) => {
    expect(code.filter((file) => file.path.split('/').includes(name)).map((file) => file.path)).toEqual([]);
  });

  it('has no forwardRef, no any, no disabled check', () => {
    const found = code
      .filter((file) => !file.path.startsWith('test/architecture/'))
      .filter((file) => /forwardRef\(|@ts-ignore|@ts-nocheck|: any\b|as any\b|<any>/.test(withoutComments(file.text)));
    expect(found.map((file) => file.path)).toEqual([]);
  });

  it('selects named columns only', () => {
    const found = code
      .filter((file) => file.path.startsWith('apps/api'))
      .filter((file) => /\bselect \*/i.test(withoutComments(file.text)));
    expect(found.map((file) => file.path)).toEqual([]);
  });
});
