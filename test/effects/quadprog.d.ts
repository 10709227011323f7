/** No types are published for it. Arrays count from 1; the message is empty when a solution was found. */
declare module 'quadprog' {
  export function solveQP(
    matrix: readonly (readonly number[])[],
    linear: readonly number[],
    constraints: readonly (readonly number[])[],
    bounds: readonly number[],
    equalities: number,
  ): { readonly solution: readonly number[]; readonly message: string };
}
