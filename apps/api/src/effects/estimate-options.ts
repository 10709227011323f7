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
  /** Options that were given and that the method does not use. */
  readonly ignored: readonly string[];
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
  '--family',
  '--offset',
  '--change',
  '--harmonics',
] as const;
type Option = (typeof valued)[number];

/** Options of any panel that only some methods use: to the others they say nothing, which is told beside the result. */
const sharedOptions = {
  '--covariates': ['sdid', 'synthetic-control', 'did'],
  '--cluster': ['did', 'callaway-santanna'],
  '--weight': ['did', 'callaway-santanna', 'its'],
} satisfies Partial<Record<Option, readonly EffectMethod[]>>;

/** Options that make sense with one method: asked of another, they are a mistake. */
const ownOptions = {
  '--control': ['callaway-santanna'],
  '--aggregation': ['callaway-santanna'],
  '--family': ['its'],
  '--offset': ['its'],
  '--change': ['its'],
  '--harmonics': ['its'],
} satisfies Partial<Record<Option, readonly EffectMethod[]>>;

const choices = {
  '--control': ['never-treated', 'not-yet-treated'],
  '--aggregation': ['simple', 'group', 'dynamic'],
  '--family': ['gaussian', 'poisson'],
  '--change': ['level', 'level-and-slope'],
} as const satisfies Partial<Record<Option, readonly string[]>>;

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
  for (const option of ['--panel', '--time', '--outcome', '--treated', '--method', '--unit'] as const) {
    if (!given.has(option) && !(option === '--unit' && method === 'its')) return estimateFr.missingOption(option);
  }
  for (const [option, users] of Object.entries(ownOptions)) {
    if (isOption(option) && given.has(option) && !users.some((user) => user === method))
      return estimateFr.useless(option, method!);
  }
  for (const [option, values] of Object.entries(choices)) {
    const seen = isOption(option) ? given.get(option) : undefined;
    if (seen !== undefined && !values.some((value) => value === seen))
      return estimateFr.unknownValue(option, seen, values.join(', '));
  }
  for (const option of ['--seed', '--harmonics'] as const) {
    const seen = given.get(option);
    if (seen !== undefined && !/^\d{1,9}$/.test(seen)) return estimateFr.wrongInteger(option, seen);
  }
  const offset = given.get('--offset');
  const outcome = given.get('--outcome')!;
  const predictors = listOf(given).map((title) => predictorOf(title, method === 'synthetic-control'));
  const covariates = new Set(predictors.map(({ name }) => name).filter((name) => name !== outcome));
  return {
    panel: given.get('--panel')!,
    columns: {
      unit: given.get('--unit') ?? null,
      time: given.get('--time')!,
      outcome,
      treated: given.get('--treated')!,
      covariates: offset === undefined ? [...covariates] : [offset],
      cluster: given.get('--cluster') ?? null,
      weight: given.get('--weight') ?? null,
    },
    method: method!,
    options: {
      ...optionsOf(given),
      ...(method === 'synthetic-control' && {
        predictors: predictors.map(({ name, ...periods }) =>
          name === outcome ? periods : { covariate: name, ...periods },
        ),
      }),
    },
    ignored: Object.entries(sharedOptions).flatMap(([option, users]) =>
      isOption(option) && given.has(option) && !users.some((user) => user === method) ? [option] : [],
    ),
    isJson,
  };
}

const listOf = (given: ReadonlyMap<Option, string>): string[] =>
  (given.get('--covariates') ?? '').split(',').flatMap((title) => title.trim() || []);

/** `income`, or `income:1980-1988` and `income:1980` where a synthetic control averages it over some periods only. */
function predictorOf(text: string, hasPeriods: boolean): { name: string; from?: number; to?: number } {
  const [, name, from, to] = (hasPeriods && /^(.+):(\d{1,9})(?:-(\d{1,9}))?$/.exec(text)) || [];
  if (name === undefined || from === undefined) return { name: text };
  return { name, from: Number(from), ...(to !== undefined && { to: Number(to) }) };
}

function optionsOf(given: ReadonlyMap<Option, string>): EstimateCommand['options'] {
  const choice = <Name extends keyof typeof choices>(name: Name): (typeof choices)[Name][number] | undefined =>
    choices[name].find((value) => value === given.get(name));
  const control = choice('--control');
  const aggregation = choice('--aggregation');
  const family = choice('--family');
  const change = choice('--change');
  const offset = given.get('--offset');
  const harmonics = given.get('--harmonics');
  return {
    seed: Number(given.get('--seed') ?? 1),
    ...(control && { control }),
    ...(aggregation && { aggregation }),
    ...(family && { family }),
    // a population at risk makes sense for a count only
    ...(offset !== undefined && { family: 'poisson', offset }),
    ...(change && { slope: change === 'level-and-slope' }),
    ...(harmonics !== undefined && { harmonics: Number(harmonics) }),
  };
}
