import { attachmentOf } from './attachment';

describe('the name of a downloaded file', () => {
  it.each([
    ['population 2021.csv', 'attachment; filename="population 2021.csv"; filename*=UTF-8\'\'population%202021.csv'],
    ['Mézin.csv', 'attachment; filename="Mezin.csv"; filename*=UTF-8\'\'M%C3%A9zin.csv'],
    ['a"\r\nX-Pwn: 1\r\n.csv', 'attachment; filename="a___X-Pwn_ 1__.csv"; filename*=UTF-8\'\'a___X-Pwn_%201__.csv'],
    ['', 'attachment; filename="fichier.csv"; filename*=UTF-8\'\'fichier.csv'],
  ])('%j cannot leave its header', (name, disposition) => {
    expect(attachmentOf(name).disposition).toBe(disposition);
    expect(attachmentOf(name).disposition).not.toMatch(/[\r\n]/);
  });
});
