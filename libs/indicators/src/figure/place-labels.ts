export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Label {
  readonly text: string;
  /** The point that it names. */
  readonly at: { readonly x: number; readonly y: number };
  readonly width: number;
  readonly height: number;
}

const gap = 9;

const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/**
 * Sets each label at the side of its point where it covers nothing: four corners, then farther and farther. A label that
 * has no free place is left out: the table names it. What is `avoided` is covered only where nothing else is free.
 */
export function placeLabels(
  labels: readonly Label[],
  area: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
  taken: readonly Box[],
  avoided: readonly Box[] = [],
): { readonly text: string; readonly box: Box | null }[] {
  const occupied = [...taken];
  const isInside = ({ x, y, width, height }: Box): boolean =>
    x >= area.left && y >= area.top && x + width <= area.left + area.width && y + height <= area.top + area.height;
  return labels.map(({ text, at, width, height }) => {
    const free = candidates(at, width, height).filter(
      (candidate) => isInside(candidate) && !occupied.some((other) => overlaps(candidate, other)),
    );
    const box = free.find((candidate) => !avoided.some((other) => overlaps(candidate, other))) ?? free[0] ?? null;
    if (box) occupied.push(box);
    return { text, box };
  });
}

function candidates(at: { x: number; y: number }, width: number, height: number): Box[] {
  const boxes: Box[] = [];
  for (const step of [0, 14, 30, 50, 75])
    for (const [isRight, isAbove] of [
      [true, true],
      [true, false],
      [false, true],
      [false, false],
    ]) {
      const x = isRight ? at.x + gap : at.x - gap - width;
      const y = isAbove ? at.y - gap - height - step : at.y + gap + step;
      boxes.push({ x, y, width, height });
    }
  return boxes;
}
