import iconv from 'iconv-lite';
import { oldEncodingOf } from './old-encoding';

describe('the encoding of an old file', () => {
  it.each(['win1252', 'macintosh', 'cp850'] as const)('is told by the accents of French: %s', (name) => {
    expect(oldEncodingOf(iconv.encode('Châtillon-sur-Chalaronne;Mézin;Département', name))).toBe(name);
  });

  it.each(['50 € ; “Œuvre” – l’été…', 'ÎLE-DE-FRANCE', 'Saint-Ouen'])('is Windows for %s', (text) => {
    expect(oldEncodingOf(iconv.encode(text, 'win1252'))).toBe('win1252');
  });
});
