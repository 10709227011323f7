import { aFile, readCsv, runAll, titled, writeCsv } from '../support/estimate';
import { describeWithSharedData, sharedFile } from '../support/shared';

describeWithSharedData('sillage estimate finds published figures:', () => {
  const shared = (name: string) => sharedFile(`effects/${name}`);
  const smoking = (method: string) => [
    ...['--panel', shared('01-prop99/california_prop99.csv'), '--method', method],
    ...titled('State', 'Year', 'PacksPerCapita', 'treated'),
  ];
  const counties = (aggregation: string) => [
    ...['--panel', shared('07-mpdta/mpdta.csv'), '--method', 'callaway-santanna'],
    ...['--control', 'never-treated', '--aggregation', aggregation],
    ...titled('countyreal', 'year', 'lemp', 'first.treat'),
  ];
  const difference = () => {
    const rows = readCsv(shared('09-base-did/base_did.csv'));
    const withTreatment = rows.map((row) => ({ ...row, on: String(Number(row['post']) * Number(row['treat'])) }));
    return [
      '--panel',
      aFile('base.csv', writeCsv(withTreatment)),
      '--method',
      'did',
      ...titled('id', 'period', 'y', 'on'),
    ];
  };
  const cases: [string, () => string[], object][] = [
    [
      'cigarettes, synthetic difference-in-differences',
      () => smoking('sdid'),
      {
        estimate: expect.closeTo(-15.60539792, 6),
        standardError: expect.closeTo(9.37118, 3),
        p: expect.closeTo(2 / 39, 10),
        weights: expect.objectContaining({ Nevada: expect.closeTo(0.1245, 3) }),
        evidence: expect.objectContaining({ level: expect.any(Number) }),
        refusal: null,
      },
    ],
    [
      'cigarettes, synthetic control',
      () => smoking('synthetic-control'),
      {
        estimate: expect.closeTo(-19.51363, 4),
        weights: {
          Utah: expect.closeTo(0.393908, 4),
          Montana: expect.closeTo(0.23184, 4),
          Nevada: expect.closeTo(0.204923, 4),
          Connecticut: expect.closeTo(0.10909, 4),
          'New Hampshire': expect.closeTo(0.045429, 4),
          Colorado: expect.closeTo(0.014811, 4),
        },
        prefit: expect.objectContaining({ rmse: expect.closeTo(1.6564, 3) }),
      },
    ],
    [
      'cigarettes, difference in differences',
      () => smoking('did'),
      { estimate: expect.closeTo(-27.34911108, 7), standardError: expect.closeTo(17.2868, 3) },
    ],
    [
      'wages of young people, simple mean',
      () => counties('simple'),
      { estimate: expect.closeTo(-0.03995127, 7), standardError: expect.closeTo(0.01203401, 7) },
    ],
    [
      'wages of young people, by time since the start',
      () => counties('dynamic'),
      { estimate: expect.closeTo(-0.07723982, 7), standardError: expect.closeTo(0.01996499, 7) },
    ],
    [
      'wages of young people, by cohort',
      () => counties('group'),
      { estimate: expect.closeTo(-0.03101828, 7), standardError: expect.closeTo(0.01244606, 7) },
    ],
    [
      'the panel of fixest, with a covariate',
      () => [...difference(), '--covariates', 'x1', '--cluster', 'id'],
      { estimate: expect.closeTo(4.85064514, 6), standardError: expect.closeTo(0.45522205, 6) },
    ],
    [
      'reforms of mathematics',
      () => [
        ...['--panel', shared('13-math-reform/math_reform.csv'), '--method', 'did'],
        ...titled('state', 'class', 'incearn_ln', 'reform_math'),
      ],
      { estimate: expect.closeTo(0.002459973, 5) },
    ],
    [
      'the Sicilian smoking ban',
      () => [
        ...[
          '--panel',
          shared('14-sicily-its/sicily.csv'),
          '--method',
          'its',
          '--offset',
          'stdpop',
          '--change',
          'level',
        ],
        ...['--time', 'time', '--outcome', 'aces', '--treated', 'smokban'],
      ],
      {
        ratio: {
          value: expect.closeTo(0.8943765, 5),
          interval: { low: expect.closeTo(0.839189, 5), high: expect.closeTo(0.9531933, 5) },
        },
        evidence: expect.objectContaining({ level: 1 }),
      },
    ],
  ];
  const results = runAll(cases.map(([, args]) => ['estimate', ...args(), '--json']));

  it.each(cases.map(([name, , expected], index) => [name, index, expected] as const))(
    '%s',
    async (_, index, expected) => {
      const { code, output } = (await results)[index]!;
      expect(code).toBe(0);
      expect(JSON.parse(output)).toMatchObject({ status: 'ok', ...expected });
    },
  );
});
