import { PageMemory } from './page-memory';

describe('the memory of pages', () => {
  it('forgets what was read least recently when there is no room', () => {
    const memory = new PageMemory(80);
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) memory.keep(name, Buffer.alloc(10));
    memory.find('a');
    memory.keep('i', Buffer.alloc(10));
    expect(memory.find('a')).toBeDefined();
    expect(memory.find('b')).toBeUndefined();
    expect(memory.find('i')).toBeDefined();
  });

  it('keeps no page that would push all the others out', () => {
    const memory = new PageMemory(80);
    memory.keep('huge', Buffer.alloc(11));
    expect(memory.find('huge')).toBeUndefined();
  });
});
