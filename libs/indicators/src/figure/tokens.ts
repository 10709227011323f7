/** Colours of charts, the same in every département: a figure printed in two of them means the same thing. */
export const tokens = {
  ink: '#1B1F24',
  ink2: '#434C56',
  ink3: '#59636E',
  line: '#8A939E',
  grid: '#DDE1E6',
  white: '#FFFFFF',
  /** Expected without the project. */
  expected: '#B8500A',
  favourable: '#0B5CAD',
  unfavourable: '#A8420B',
  observed: '#12436D',
  other1: '#3F8FC4',
  peers: '#7B8794',
  /** Band of the peers: decorative, its bounds are in the table. */
  band: '#ECEEF1',
  pale: '#BFD7EE',
} as const;

/** From low to high; adjacent classes stay apart for the three colour-blindnesses. */
export const sequential = ['#EAF2FA', '#BFD7EE', '#82B1DB', '#3C7AB5', '#0E3A61'] as const;

/** From unfavourable to favourable. */
export const diverging = ['#A8420B', '#EBB27E', '#F3F3F1', '#93BDE0', '#12436D'] as const;

/** As many colours as classes, spread over a palette so that the extremes keep their place. */
export function paletteOf(palette: readonly string[], count: number): string[] {
  if (count <= 1) return [palette[Math.floor(palette.length / 2)]!];
  return Array.from(
    { length: count },
    (_, index) => palette[Math.round((index * (palette.length - 1)) / (count - 1))]!,
  );
}
