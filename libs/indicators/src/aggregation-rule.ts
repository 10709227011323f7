import type { IndicatorDefinition, TemporalRule } from './indicator';

/**
 * How the values of one indicator add up.
 * sum: Σ value · ratio: scale × Σ numerator ÷ Σ denominator · mean: Σ value × weight ÷ Σ weight ·
 * growth: mean annual growth of a summed component · published: never added, only what a producer published exists.
 */
export type AggregationForm = 'sum' | 'ratio' | 'mean' | 'growth' | 'published';

export interface AggregationRule {
  readonly code: string;
  readonly form: AggregationForm;
  readonly temporal: TemporalRule;
  readonly scale: number;
  /** Component indicators from which each part's pair (numerator, denominator) is made, when its own figures lack it. */
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly isShareOfTotal: boolean;
  readonly weight: string | null;
  readonly coverageThreshold: number;
  /** Smallest counts that may be told; null when nothing need be hidden. */
  readonly valueThreshold: number | null;
  readonly numeratorThreshold: number | null;
  readonly denominatorThreshold: number | null;
  readonly complementThreshold: number | null;
  /** 0 for what is read from files; a rule made from components comes after them. */
  readonly phase: number;
}

/** Years over which a growth is measured: a census sums up five years of survey (INSEE). */
export const growthYears = 5;

type Definitions = ReadonlyMap<string, IndicatorDefinition>;

/** The rules of a catalogue, components first. Those caught in a circle, or without their component, only keep published values. */
export function aggregationRules(definitions: readonly IndicatorDefinition[]): AggregationRule[] {
  const byCode = new Map(definitions.map((definition) => [definition.code, definition]));
  return definitions
    .map((definition) => aggregationRule(definition, byCode))
    .sort((a, b) => a.phase - b.phase || (a.code < b.code ? -1 : 1));
}

function aggregationRule(definition: IndicatorDefinition, byCode: Definitions): AggregationRule {
  const components = componentsOf(definition, byCode);
  const phase = phaseOf(definition.code, byCode, []);
  const form = phase === null ? 'published' : formOf(definition, components.numerator);
  const own = definition.suppressionThreshold;
  const isCount = definition.territorialRule === 'sum' || definition.territorialRule === 'distinct-count';
  const isPair = form === 'ratio' || form === 'growth';
  const numeratorThreshold = isPair ? strictest(own, countThreshold(components.numerator, byCode)) : null;
  return {
    code: definition.code,
    form,
    temporal: definition.temporalRule,
    scale: definition.scale,
    ...(form === 'published' ? { numerator: null, denominator: null, weight: null } : components),
    isShareOfTotal: definition.derivation === 'share-of-total',
    coverageThreshold: definition.coverageThreshold,
    valueThreshold: isCount ? own : null,
    numeratorThreshold,
    denominatorThreshold: isCount ? null : strictest(own, countThreshold(components.denominator, byCode)),
    // What is left of a percentage tells as much as the percentage; elsewhere the numerator is no part of the denominator.
    complementThreshold: form === 'ratio' && definition.scale === 100 ? numeratorThreshold : null,
    phase: phase ?? 0,
  };
}

function componentsOf({ numerator, denominator, weight, derivation }: IndicatorDefinition, byCode: Definitions) {
  const known = (code: string | null) => (code !== null && byCode.has(code) ? code : null);
  const pair = { numerator: known(numerator), denominator: known(denominator) };
  if (derivation === 'annual-growth-rate') return { ...pair, denominator: pair.numerator, weight: null };
  const isWhole = pair.numerator !== null && pair.denominator !== null;
  return isWhole ? { ...pair, weight: known(weight) } : { numerator: null, denominator: null, weight: known(weight) };
}

function formOf({ territorialRule, derivation }: IndicatorDefinition, numerator: string | null): AggregationForm {
  switch (territorialRule) {
    case 'sum':
      return 'sum';
    case 'ratio-of-sums':
      return 'ratio';
    case 'weighted-mean':
      return 'mean';
    case 'derived':
      if (numerator === null) return 'published';
      return derivation === 'annual-growth-rate' ? 'growth' : 'ratio';
    case 'distinct-count':
    case 'none':
      return 'published';
  }
}

/** null in a circle. */
function phaseOf(code: string, byCode: Definitions, path: readonly string[]): number | null {
  const definition = byCode.get(code);
  if (!definition) return 0;
  if (path.includes(code)) return null;
  const { numerator, denominator, weight } = componentsOf(definition, byCode);
  let phase = 0;
  for (const component of [numerator, denominator, weight]) {
    if (component === null) continue;
    const depth = phaseOf(component, byCode, [...path, code]);
    if (depth === null) return null;
    phase = Math.max(phase, depth + 1);
  }
  return phase;
}

/** A component that is a count is protected by its own threshold wherever it can be read back. */
function countThreshold(code: string | null, byCode: Definitions): number | null {
  const definition = code === null ? undefined : byCode.get(code);
  return definition?.territorialRule === 'sum' ? definition.suppressionThreshold : null;
}

const strictest = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.max(a, b);
