import path from 'node:path';
import { Resvg } from '@resvg/resvg-js';

const fonts = path.dirname(require.resolve('@expo-google-fonts/source-sans-3/package.json'));
/** Without a font file resvg draws no text at all, and it reads TTF only. */
const fontFiles = ['400Regular/SourceSans3_400Regular.ttf', '600SemiBold/SourceSans3_600SemiBold.ttf'].map((file) =>
  path.join(fonts, file),
);

/** Twice the size on screen, so that it prints. */
export function renderPng(svg: string): Buffer {
  const options = {
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Source Sans 3' },
    fitTo: { mode: 'zoom' as const, value: 2 },
  };
  return Buffer.from(new Resvg(svg, options).render().asPng());
}
