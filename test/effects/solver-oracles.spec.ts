import { seededDraws, simplexLeastSquares } from '@sillage/indicators';
import highs from 'highs';
import { solveQP } from 'quadprog';

interface Problem {
  readonly count: number;
  readonly donors: Float64Array;
  readonly target: Float64Array;
  readonly ridge: number;
}

function aProblem(seed: number, count: number, length: number, ridge: number): Problem {
  const draws = seededDraws(seed);
  const common = Float64Array.from({ length }, () => 3 * draws.normal());
  const donors = Float64Array.from(
    { length: count * length },
    (_, cell) => common[cell % length]! + 10 + Math.floor(cell / length) / count + draws.normal(),
  );
  const target = common.map((value) => value + 10.4 + 0.7 * draws.normal());
  return { count, donors, target, ridge };
}

/** Products of donors (and with the target), the ridge on the diagonal. */
function products({ count, donors, target, ridge }: Problem) {
  const length = target.length;
  const row = (donor: number) => donors.subarray(donor * length, (donor + 1) * length);
  const dot = (one: Float64Array, other: Float64Array) => one.reduce((sum, value, at) => sum + value * other[at]!, 0);
  const indices = Array.from({ length: count }, (_, donor) => donor);
  return {
    matrix: indices.map((one) => indices.map((other) => dot(row(one), row(other)) + (one === other ? ridge : 0))),
    linear: indices.map((donor) => dot(row(donor), target)),
  };
}

function byQuadprog(problem: Problem): Float64Array {
  const { matrix, linear } = products(problem);
  const fromOne = <Item>(items: readonly Item[], filler: Item): Item[] => [filler, ...items];
  const rows = matrix.map((row) => fromOne(row, 0));
  const constraints = rows.map((_, donor) => [0, 1, ...rows.map((__, other) => (donor === other ? 1 : 0))]);
  const bounds = [0, 1, ...rows.map(() => 0)];
  const found = solveQP(fromOne(rows, []), fromOne(linear, 0), fromOne(constraints, []), bounds, 1);
  if (found.message !== '') throw new Error(found.message);
  return Float64Array.from(found.solution.slice(1));
}

async function byHighs(problem: Problem): Promise<Float64Array> {
  const { matrix, linear } = products(problem);
  const names = linear.map((_, donor) => `w${donor}`);
  const term = (value: number, name: string) => `${value < 0 ? '-' : '+'} ${Math.abs(value)} ${name}`;
  const squares = matrix.flatMap((row, one) =>
    row.flatMap((value, other) =>
      other < one
        ? []
        : [
            term(
              one === other ? value : 2 * value,
              one === other ? `${names[one]} ^ 2` : `${names[one]} * ${names[other]}`,
            ),
          ],
    ),
  );
  const program = [
    'Minimize',
    ` obj: ${linear.map((value, donor) => term(-value, names[donor]!)).join('\n ')}\n + [ ${squares.join('\n ')} ] / 2`,
    'Subject To',
    ` total: ${names.map((name) => `+ ${name}`).join(' ')} = 1`,
    'Bounds',
    ...names.map((name) => ` 0 <= ${name} <= 1`),
    'End',
  ].join('\n');
  const { Status, Columns } = (await highs()).solve(program);
  if (Status !== 'Optimal') throw new Error(Status);
  return Float64Array.from(names, (name) => {
    const column = Columns[name]!;
    if (!('Primal' in column)) throw new Error(`no value for ${name}`);
    return column.Primal;
  });
}

function valueAt({ donors, target, ridge }: Problem, weights: Float64Array): number {
  let value = 0;
  target.forEach((wanted, time) => {
    const reached = weights.reduce((sum, weight, donor) => sum + weight * donors[donor * target.length + time]!, 0);
    value += (reached - wanted) ** 2;
  });
  return value + ridge * weights.reduce((sum, weight) => sum + weight ** 2, 0);
}

describe('the solver beside two others', () => {
  it.each([
    { count: 12, length: 20, ridge: 0 },
    { count: 38, length: 45, ridge: 0 },
    { count: 38, length: 19, ridge: 5 },
    { count: 120, length: 10, ridge: 2 },
    { count: 38, length: 12, ridge: 1e-3 },
    { count: 60, length: 10, ridge: 1e-2 },
    { count: 60, length: 30, ridge: 1e-3 },
  ])('agrees with quadprog: $count donors, $length values, ridge $ridge', ({ count, length, ridge }) => {
    for (let seed = 1; seed <= 5; seed++) {
      const problem = aProblem(seed, count, length, ridge);
      const { weights, objective } = simplexLeastSquares(problem);
      const reference = byQuadprog(problem);
      // products of data near 10 cost the other solver half its digits: never above it, hardly below
      const other = valueAt(problem, reference);
      expect(objective).toBeLessThanOrEqual(other * (1 + 1e-9));
      expect(objective).toBeGreaterThanOrEqual(other * (1 - 1e-6));
      reference.forEach((weight, donor) => {
        expect(weights[donor]).toBeCloseTo(weight, 6);
      });
    }
  });

  it.each([
    { count: 12, length: 20, ridge: 0 },
    { count: 38, length: 19, ridge: 5 },
  ])('is never above HiGHS, and agrees with it: $count donors, $length values, ridge $ridge', async (shape) => {
    const problem = aProblem(9, shape.count, shape.length, shape.ridge);
    const { weights, objective } = simplexLeastSquares(problem);
    const reference = await byHighs(problem);
    const other = valueAt(problem, reference);
    expect(objective).toBeLessThanOrEqual(other * (1 + 1e-6));
    expect(objective).toBeGreaterThanOrEqual(other * (1 - 1e-4));
    reference.forEach((weight, donor) => {
      expect(weights[donor]).toBeCloseTo(weight, 2);
    });
  });
});
