import { fileNameOf } from './file-name';

describe('the name of a file that was sent', () => {
  it.each([
    ['été 2023.csv', 'été 2023.csv'],
    ['../../../etc/passwd', 'passwd'],
    ['C:\\Users\\moi\\aides.csv', 'aides.csv'],
    ['a\0b\r\nX-Pwn: 1.csv', 'abX-Pwn: 1.csv'],
    ['facture\u202evsc.exe', 'facturevsc.exe'],
    ['', 'fichier.csv'],
    ['..', 'fichier.csv'],
    ['dossier/', 'fichier.csv'],
  ])('%j is kept as %s', (sent, kept) => {
    expect(fileNameOf(sent)).toBe(kept);
  });

  it('is cut after 200 characters', () => {
    expect(fileNameOf('é'.repeat(300))).toHaveLength(200);
  });
});
