/** Advance widths of Source Sans 3 Regular in thousandths of the size, U+0020 to U+007E, read from its hmtx table. */
const widths = [
  200, 289, 426, 497, 497, 824, 609, 249, 303, 303, 418, 497, 249, 311, 249, 350, 497, 497, 497, 497, 497, 497, 497,
  497, 497, 497, 249, 249, 497, 497, 497, 425, 847, 543, 588, 571, 615, 527, 494, 617, 652, 263, 479, 579, 486, 727,
  647, 664, 566, 664, 569, 534, 536, 645, 515, 786, 513, 476, 539, 303, 350, 303, 497, 500, 542, 504, 553, 456, 555,
  496, 292, 504, 544, 246, 247, 495, 255, 829, 547, 542, 555, 555, 347, 419, 338, 544, 467, 719, 446, 467, 425, 303,
  241, 303, 497,
];
const average = 500;

/** Width in pixels, close enough to place labels without a font at hand; an accented letter is as wide as its base. */
export function textWidth(text: string, size: number): number {
  let sum = 0;
  for (const character of text.normalize('NFD').replace(/\p{M}/gu, '')) {
    if (character === '\u202f') sum += 120;
    else sum += widths[character === '\u00a0' ? 0 : character.charCodeAt(0) - 32] ?? average;
  }
  return (sum / 1000) * size;
}

/** Cuts at spaces and hyphens into lines no wider than `width`; a longer word keeps a line of its own. */
export function wrapText(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=[ -])/)) {
    if (line !== '' && textWidth((line + word).trimEnd(), size) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += word;
  }
  return [...lines, line.trimEnd()];
}
