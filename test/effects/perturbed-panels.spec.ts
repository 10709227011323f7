import fc from 'fast-check';
import { aFile, type Row, readCsv, runAll, titled, writeCsv } from '../support/estimate';
import { describeWithSharedData, sharedFile } from '../support/shared';

interface PanelSet {
  readonly file: string;
  readonly delimiter?: string;
  readonly columns: readonly [unit: string, time: string, outcome: string, treated: string];
  readonly methods: readonly string[];
  readonly more?: readonly string[];
  /** Rows to add, drop or complete before anything else. */
  readonly prepare?: (rows: readonly Row[]) => Row[];
}

/** The published panels that the command can read as they are, or nearly. */
const sets: Readonly<Record<string, PanelSet>> = {
  cigarettes: {
    file: '01-prop99/california_prop99.csv',
    delimiter: ';',
    columns: ['State', 'Year', 'PacksPerCapita', 'treated'],
    methods: ['sdid', 'synthetic-control', 'did'],
  },
  packs: {
    file: '02-prop99-covariates/smoking_abadie2010.csv',
    columns: ['state', 'year', 'cigsale', 'on'],
    methods: ['sdid'],
    prepare: (rows) =>
      rows.map((row) => ({ ...row, on: String(Number(row['state'] === 'California' && Number(row['year']) >= 1989)) })),
  },
  basque: {
    file: '03-basque/basque.csv',
    columns: ['regionname', 'year', 'gdpcap', 'on'],
    methods: ['synthetic-control'],
    prepare: (rows) =>
      rows.map((row) => ({
        ...row,
        on: String(Number(/^Basque/.test(row['regionname']!) && Number(row['year']) >= 1975)),
      })),
  },
  counties: {
    file: '07-mpdta/mpdta.csv',
    columns: ['countyreal', 'year', 'lemp', 'first.treat'],
    methods: ['callaway-santanna'],
  },
  fixest: {
    file: '09-base-did/base_did.csv',
    columns: ['id', 'period', 'y', 'on'],
    methods: ['did'],
    prepare: (rows) => rows.map((row) => ({ ...row, on: String(Number(row['post']) * Number(row['treat'])) })),
  },
  reforms: {
    file: '13-math-reform/math_reform.csv',
    columns: ['state', 'class', 'incearn_ln', 'reform_math'],
    methods: ['did'],
  },
  ban: {
    file: '14-sicily-its/sicily.csv',
    columns: ['place', 'time', 'aces', 'smokban'],
    methods: ['its'],
    more: ['--offset', 'stdpop', '--change', 'level'],
    prepare: (rows) => rows.map((row) => ({ ...row, place: 'Sicilia' })),
  },
};

interface Written {
  readonly text: string;
  readonly columns: readonly [string, string, string, string];
}
/** How the estimate and p of a rewritten panel follow from those of the panel. */
interface Rewriting {
  readonly write: (rows: readonly Row[], set: PanelSet, seed: number) => Written;
  readonly scale?: number;
  readonly methods?: (method: string) => boolean;
}

const shuffle = <Item>(items: readonly Item[], seed: number): Item[] =>
  fc.sample(fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length }), {
    seed,
    numRuns: 1,
  })[0]!;

const plain = (rows: readonly Row[], { columns }: PanelSet): Written => ({ text: writeCsv(rows), columns });
const mapped = (change: (value: number, row: Row) => number) => (rows: readonly Row[], set: PanelSet) => {
  const outcome = set.columns[2];
  return plain(
    rows.map((row) => ({ ...row, [outcome]: String(change(Number(row[outcome]), row)) })),
    set,
  );
};
const renamed = (name: (unit: string, rank: number) => string) => (rows: readonly Row[], set: PanelSet) => {
  const unit = set.columns[0];
  const ranks = new Map([...new Set(rows.map((row) => row[unit]!))].map((one, rank) => [one, rank]));
  return plain(
    rows.map((row) => ({ ...row, [unit]: name(row[unit]!, ranks.get(row[unit]!)!) })),
    set,
  );
};
const isCount = (method: string): boolean => method === 'its';

const rewritings: Readonly<Record<string, Rewriting>> = {
  'a thousand times larger': { write: mapped((value) => value * 1000), scale: 1000, methods: (name) => !isCount(name) },
  'with the other sign': { write: mapped((value) => -value), scale: -1, methods: (name) => !isCount(name) },
  shifted: { write: mapped((value) => value + 40), methods: (name) => !isCount(name) },
  'in another order': { write: (rows, set, seed) => plain(shuffle(rows, seed), set) },
  'with accents in its names': { write: renamed((unit) => `Évêché de ${unit} « œ »`) },
  'with codes that start with a nought': { write: renamed((_, rank) => `0${1000 + rank}`) },
  'with names that look like numbers': { write: renamed((_, rank) => `${rank + 1}e2`) },
  'in French': {
    write: (rows, { columns }) => ({
      text: `\ufeff${writeCsv(
        rows.map((row) =>
          Object.fromEntries(
            Object.entries(row).map(([title, cell]) => [
              title,
              /^-?\d*\.\d+$/.test(cell) ? cell.replace('.', ',') : cell,
            ]),
          ),
        ),
        ';',
        '\r\n',
      )}`,
      columns,
    }),
  },
  'in quotes, with other titles': {
    write: (rows, { columns }) => {
      const titles = columns.map((_, index) => `Colonne n° ${index + 1}`) as unknown as Written['columns'];
      const renames = new Map(columns.map((title, index) => [title, titles[index]!]));
      const quoted = rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([title, cell]) => [`"${renames.get(title) ?? title}"`, `"${cell}"`]),
        ),
      );
      return { text: writeCsv(quoted), columns: titles };
    },
  },
  'with dates as times': {
    write: (rows, set) => {
      const [, time, , treated] = set.columns;
      const dated = (cell: string) => `${Number(cell) < 1000 ? 1900 + Number(cell) : Math.trunc(Number(cell))}-01-01`;
      const isDated = (cell: string) => Number(cell) > 1;
      return plain(
        rows.map((row) => ({
          ...row,
          [time]: dated(row[time]!),
          [treated]: isDated(row[treated]!) ? dated(row[treated]!) : row[treated]!,
        })),
        set,
      );
    },
  },
  'with the first year of treatment on every line': {
    write: (rows, set) => {
      const [unit, time, , treated] = set.columns;
      const starts = new Map<string, number>();
      for (const row of rows) {
        const start =
          Number(row[treated]) > 1 ? Number(row[treated]) : Number(row[treated]) === 1 ? Number(row[time]) : 0;
        if (start > 0) starts.set(row[unit]!, Math.min(start, starts.get(row[unit]!) ?? start));
      }
      return plain(
        rows.map((row) => ({ ...row, [treated]: String(starts.get(row[unit]!) ?? 'jamais') })),
        set,
      );
    },
  },
};

type Output = Readonly<Record<string, unknown>> & { readonly estimate: number; readonly p: number | null };

/** Every number of an answer, wherever it stands. */
const numbersOf = (value: unknown): number[] =>
  typeof value === 'number'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(numbersOf)
      : [];

describeWithSharedData('published panels written otherwise', () => {
  const rowsOf = ({ file, delimiter, prepare }: PanelSet): Row[] => {
    const rows = readCsv(sharedFile(`effects/${file}`), delimiter);
    return prepare ? prepare(rows) : rows;
  };
  const cases = Object.entries(sets).flatMap(([name, set]) => {
    const rows = rowsOf(set);
    return set.methods.flatMap((method) => {
      const command = (label: string, { text, columns }: Written) => [
        ...['estimate', '--panel', aFile(`${name}-${label.replaceAll(/\W/g, '-')}.csv`, text), '--method', method],
        ...[...titled(...columns), ...(set.more ?? []), '--json'],
      ];
      return [
        { name, method, label: 'as published', scale: 1, args: command('plain', plain(rows, set)) },
        ...Object.entries(rewritings)
          .filter(([, { methods }]) => methods?.(method) ?? true)
          .map(([label, { write, scale = 1 }], index) => ({
            ...{ name, method, label, scale },
            args: command(label, write(rows, set, 17 * index + name.length)),
          })),
      ];
    });
  });
  const results = runAll(cases.map(({ args }) => args));
  const outputOf = async (index: number): Promise<Output> => {
    const { code, output, errors } = (await results)[index]!;
    if (code !== 0) throw new Error(errors);
    return JSON.parse(output) as Output;
  };

  it.each(cases.map(({ name, method, label, scale }, index) => [name, method, label, scale, index] as const))(
    '%s by %s, %s',
    async (name, method, _, scale, index) => {
      const base = await outputOf(cases.findIndex((one) => one.name === name && one.method === method));
      const seen = await outputOf(index);
      expect(seen).toMatchObject({ status: 'ok' });
      const size = Math.abs(base.estimate) * 1e-6;
      expect(Math.abs(seen.estimate / scale - base.estimate)).toBeLessThanOrEqual(size);
      if (base.p === null) expect(seen.p).toBeNull();
      else expect(seen.p).toBeCloseTo(base.p, 6);
      expect(numbersOf(seen).every(Number.isFinite)).toBe(true);
    },
  );

  /** The unit of a line is treated at some time. */
  const treatedUnits = (rows: readonly Row[], { columns: [unit, , , treated] }: PanelSet): Set<string> =>
    new Set(rows.filter((row) => Number(row[treated]) >= 1).map((row) => row[unit]!));
  const flaws = {
    'a line twice': (rows: readonly Row[]) => [...rows, rows[3]!],
    'a treated line without outcome': (rows: readonly Row[], set: PanelSet) => {
      const treated = treatedUnits(rows, set);
      const at = rows.findIndex((row) => treated.has(row[set.columns[0]]!));
      return rows.map((row, index) => (index === at ? { ...row, [set.columns[2]]: 'NA' } : row));
    },
    'a donor without a line': (rows: readonly Row[], set: PanelSet) => {
      const treated = treatedUnits(rows, set);
      const at = rows.findIndex((row) => !treated.has(row[set.columns[0]]!));
      return rows.filter((_, index) => index !== at);
    },
    'nobody treated': (rows: readonly Row[], set: PanelSet) => rows.map((row) => ({ ...row, [set.columns[3]]: '0' })),
    'the same outcome everywhere': (rows: readonly Row[], set: PanelSet) =>
      rows.map((row) => ({ ...row, [set.columns[2]]: '5' })),
    'two periods': (rows: readonly Row[], set: PanelSet) => {
      const first = Number(rows[0]![set.columns[1]]);
      return rows.filter((row) => Number(row[set.columns[1]]) <= first + 1);
    },
  } as const;
  const flawed = Object.entries(sets).flatMap(([name, set]) =>
    set.methods.flatMap((method) =>
      Object.entries(flaws).map(([flaw, change]) => ({
        ...{ name, method, flaw },
        args: [
          ...['estimate', '--panel', aFile(`${name} ${flaw}.csv`, writeCsv(change(rowsOf(set), set)))],
          ...['--method', method, ...titled(...set.columns), ...(set.more ?? []), '--json'],
        ],
      })),
    ),
  );
  const answers = results.then(() => runAll(flawed.map(({ args }) => args)));

  it.each(flawed.map(({ name, method, flaw }, index) => [name, method, flaw, index] as const))(
    '%s by %s, with %s: a result or a typed refusal, and finite numbers',
    async (name, _, flaw, index) => {
      const { code, output } = (await answers)[index]!;
      expect(code).toBe(0);
      const seen = JSON.parse(output) as Output & { status: string; refusal: { code: string; reason: string } | null };
      expect(numbersOf(seen).every(Number.isFinite)).toBe(true);
      expect(output).not.toMatch(/NaN|Infinity|undefined/);
      if (seen.status === 'refused') expect(seen.refusal!.reason).not.toBe('');
      const needed: Partial<Record<keyof typeof flaws, string>> = {
        'a line twice': 'duplicate-cell',
        'a treated line without outcome': 'missing-outcome',
        'nobody treated': 'no-treated-unit',
      };
      // a series alone has no outcome at all in that period, which is then left out
      const wanted =
        name === 'ban' && flaw === 'a treated line without outcome' ? undefined : needed[flaw as keyof typeof flaws];
      if (wanted) expect(seen).toMatchObject({ status: 'refused', estimate: null, refusal: { code: wanted } });
      if (flaw === 'a donor without a line' && name !== 'ban')
        expect(seen).toMatchObject({ status: 'ok', dropped: [{ reason: 'missing-outcome' }] });
    },
  );
});
