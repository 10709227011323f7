import {
  type EffectMethod,
  type EstimateOptions,
  effectMethods,
  estimateFr,
  type PanelColumns,
} from '@sillage/indicators';

export interface EstimateCommand {
  readonly panel: string;
  readonly columns: PanelColumns;
  readonly method: EffectMethod;
  readonly options: EstimateOptions & { readonly seed: number };
  readonly isJson: boolean;
}

const valued = [
  '--panel',
  '--unit',
  '--time',
  '--outcome',
  '--treated',
  '--method',
  '--covariates',
  '--cluster',
  '--weight',
  '--seed',
  '--control',
  '--aggregation',
] as const;
type Option = (typeof valued)[number];

const controls = ['never-treated', 'not-yet-treated'] as const;
const aggregations = ['simple', 'group', 'dynamic'] as const;

const isOption = (name: string): name is Option => (valued as readonly string[]).includes(name);

/** What was asked, or the French sentence that says why it is not understood. `--option=value` reads as `--option value`. */
export function readEstimateOptions(args: readonly string[]): EstimateCommand | string {
  const given = new Map<Option, string>();
  let isJson = false;
  const words = args.flatMap((word) => {
    const [, name, value] = /^(--[a-z]+)=(.*)$/s.exec(word) ?? [];
    return name === undefined || value === undefined ? [word] : [name, value];
  });
  for (let index = 0; index < words.length; index++) {
    const name = words[index]!;
    if (name === '--json') isJson = true;
    else if (isOption(name)) {
      const value = words[++index];
      if (value === undefined || value === '' || isOption(value) || value === '--json')
        return estimateFr.missingValue(name);
      given.set(name, value);
    } else return estimateFr.unknownOption(name);
  }
  return understand(given, isJson);
}

function understand(given: ReadonlyMap<Option, string>, isJson: boolean): EstimateCommand | string {
  const named = given.get('--method');
  const method = effectMethods.find((known) => known === named);
  if (named !== undefined && !method) return estimateFr.unknownMethod(named, effectMethods.join(', '));
  for (const option of ['--panel', '--unit', '--time', '--outcome', '--treated', '--method'] as const) {
    if (!given.has(option) && !(option === '--unit' && method === 'its')) return estimateFr.missingOption(option);
  }
  const covariates = (given.get('--covariates') ?? '').split(',').flatMap((title) => title.trim() || []);
  if (covariates.length > 0 && method === 'sdid') return estimateFr.useless('--covariates', 'sdid');
  const seed = given.get('--seed') ?? '1';
  if (!/^\d{1,9}$/.test(seed)) return estimateFr.wrongSeed(seed);
  const control = oneOf('--control', given, controls);
  const aggregation = oneOf('--aggregation', given, aggregations);
  for (const [option, choice] of [
    ['--control', control],
    ['--aggregation', aggregation],
  ] as const) {
    if (choice?.fault !== undefined) return choice.fault;
    if (choice && method !== 'callaway-santanna') return estimateFr.useless(option, method!);
  }
  return {
    panel: given.get('--panel')!,
    columns: {
      unit: given.get('--unit') ?? null,
      time: given.get('--time')!,
      outcome: given.get('--outcome')!,
      treated: given.get('--treated')!,
      covariates,
      cluster: given.get('--cluster') ?? null,
      weight: given.get('--weight') ?? null,
    },
    method: method!,
    options: {
      seed: Number(seed),
      ...(control?.value && { control: control.value }),
      ...(aggregation?.value && { aggregation: aggregation.value }),
    },
    isJson,
  };
}

type Choice<Value> =
  | { readonly value: Value; readonly fault?: undefined }
  | { readonly value?: undefined; readonly fault: string };

function oneOf<Value extends string>(
  option: Option,
  given: ReadonlyMap<Option, string>,
  values: readonly Value[],
): Choice<Value> | undefined {
  const seen = given.get(option);
  if (seen === undefined) return undefined;
  const value = values.find((known) => known === seen);
  return value ? { value } : { fault: estimateFr.unknownValue(option, seen, values.join(', ')) };
}
