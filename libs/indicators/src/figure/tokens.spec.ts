import { contrastRatio } from './contrast';
import { diverging, paletteOf, sequential, tokens } from './tokens';

describe('the colours of charts', () => {
  it.each([
    ['ink', tokens.ink],
    ['ink2', tokens.ink2],
    ['ink3', tokens.ink3],
    ['observed', tokens.observed],
  ])('%s is readable as text on white', (_, color) => {
    expect(contrastRatio(color, tokens.white)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ['line', tokens.line],
    ['other1', tokens.other1],
    ['peers', tokens.peers],
  ])('%s is visible as a shape on white', (_, color) => {
    expect(contrastRatio(color, tokens.white)).toBeGreaterThanOrEqual(3);
  });

  it('knows the extremes of the scale', () => {
    expect(contrastRatio('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
    expect(contrastRatio('#82B1DB', '#82B1DB')).toBe(1);
  });

  it('spreads fewer classes over the whole palette', () => {
    expect(paletteOf(sequential, 5)).toEqual([...sequential]);
    expect(paletteOf(sequential, 3)).toEqual([sequential[0], sequential[2], sequential[4]]);
    expect(paletteOf(diverging, 1)).toEqual([diverging[2]]);
  });
});
