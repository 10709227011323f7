import iconv from 'iconv-lite';
import { aFile, estimateFolder, type Row, runAll, titled, writeCsv } from '../support/estimate';

/** Thirty towns over twelve years, one treated from 2014 on; noise without any draw. */
const towns = (): Row[] =>
  Array.from({ length: 30 }, (_, town) => town).flatMap((town) =>
    Array.from({ length: 12 }, (_, time) => ({
      commune: `Commune ${String(town).padStart(2, '0')}`,
      annee: String(2006 + time),
      taux: (
        20 +
        town +
        0.1 * time * (town % 3) +
        Math.sin(7 * town + 3 * time) +
        (town === 0 && time >= 8 ? 9 : 0)
      ).toFixed(4),
      projet: town === 0 && time >= 8 ? '1' : '0',
    })),
  );
const french = (rows: readonly Row[]): Row[] =>
  rows.map((row) => ({
    ...row,
    taux: row['taux']!.replace('.', ','),
    commune: row['commune']!.replace('Commune', 'Évêché'),
  }));
const changed = (commune: string, annee: string, cell: Row): Row[] =>
  towns().map((row) => (row['commune'] === commune && row['annee'] === annee ? { ...row, ...cell } : row));

describe('sillage estimate', () => {
  const onTowns = (content: string | Buffer, name: string, ...more: string[]) => [
    ...[
      'estimate',
      '--panel',
      aFile(name, content),
      '--method',
      'sdid',
      ...titled('commune', 'annee', 'taux', 'projet'),
    ],
    ...more,
  ];
  const json = (content: string | Buffer, name: string) => onTowns(content, name, '--json');
  const first = 'Commune 00';
  const commands = {
    plain: json(writeCsv(towns()), 'plain.csv'),
    reversed: json(writeCsv(towns().reverse()), 'reversed.csv'),
    semicolons: json(`\ufeff${writeCsv(french(towns()), ';', '\r\n')}`, 'french.csv'),
    windows: json(iconv.encode(writeCsv(french(towns()), ';'), 'win1252'), 'windows.csv'),
    tabs: json(iconv.encode(writeCsv(towns(), '\t'), 'utf16-le', { addBOM: true }), 'tabs.csv'),
    dates: json(
      writeCsv(towns().map((row) => ({ ...row, projet: row['commune'] === first ? '2014' : '' }))),
      'dates.csv',
    ),
    dropped: json(writeCsv(changed('Commune 07', '2009', { taux: 'NA' })), 'dropped.csv'),
    text: onTowns(writeCsv(towns()), 'text.csv', '--cluster', 'commune'),
    clustered: onTowns(writeCsv(towns()), 'clustered.csv', '--json', '--cluster', 'commune'),
    missing: json(writeCsv(changed(first, '2009', { taux: '' })), 'missing.csv'),
    missingText: onTowns(writeCsv(changed(first, '2009', { taux: '' })), 'missing-text.csv'),
    twice: json(writeCsv([...towns(), towns()[0]!]), 'twice.csv'),
    reversal: json(writeCsv(changed(first, '2016', { projet: '0' })), 'reversal.csv'),
    lone: json(writeCsv(towns().slice(0, 12)), 'lone.csv'),
    untreated: json(writeCsv(towns().slice(12)), 'untreated.csv'),
    always: json(writeCsv(towns().map((row) => ({ ...row, projet: '1' }))), 'always.csv'),
    letters: onTowns(writeCsv(changed(first, '2009', { taux: 'douze' })), 'letters.csv'),
    quote: onTowns(`${writeCsv(towns())}"Commune 31,2006,1,0\n`, 'quote.csv'),
    decimals: onTowns(writeCsv(french(towns())), 'decimals.csv'),
    empty: onTowns('', 'empty.csv'),
    titles: onTowns('commune,annee,taux,projet\n', 'titles.csv'),
    pdf: onTowns('%PDF-1.7', 'book.csv'),
    absent: ['estimate', '--panel', '/nowhere/panel.csv', '--method', 'did', ...titled('a', 'b', 'c', 'd')],
    folder: ['estimate', '--panel', estimateFolder, '--method', 'did', ...titled('a', 'b', 'c', 'd')],
    column: [...onTowns(writeCsv(towns()), 'column.csv'), '--weight', 'population'],
    method: [...onTowns(writeCsv(towns()), 'method.csv'), '--method', 'magic'],
    option: ['estimate', '--panell', 'x'],
    incomplete: ['estimate', '--panel', 'x', '--method', 'did'],
    valueless: ['estimate', '--panel', '--json'],
    useless: [...onTowns(writeCsv(towns()), 'useless.csv'), '--control', 'never-treated'],
    help: ['estimate', '--help'],
  };
  const names = Object.keys(commands) as (keyof typeof commands)[];
  const results = runAll(Object.values(commands));
  const answer = async (name: keyof typeof commands) => (await results)[names.indexOf(name)]!;
  const figures = async (name: keyof typeof commands) =>
    JSON.parse((await answer(name)).output) as Record<string, unknown>;

  it('finds the effect', async () => {
    const { estimate, p, status } = await figures('plain');
    expect(status).toBe('ok');
    expect(Math.abs(Number(estimate) - 9)).toBeLessThan(1.5);
    expect(p).toBeCloseTo(1 / 30, 10);
  });

  it.each(['reversed', 'semicolons', 'windows', 'tabs', 'dates'] as const)(
    'reads the same panel however it is written: %s',
    async (name) => {
      const [plain, other] = await Promise.all([figures('plain'), figures(name)]);
      expect(other['estimate']).toBeCloseTo(Number(plain['estimate']), 10);
      expect(other['p']).toBe(plain['p']);
    },
  );

  it('names the territories that it left out', async () => {
    expect(await figures('dropped')).toMatchObject({
      status: 'ok',
      donorCount: 28,
      dropped: [{ unit: 'Commune 07', reason: 'missing-outcome', period: 2009 }],
    });
  });

  it('says which options its method does not use', async () => {
    expect(await figures('plain')).toMatchObject({ ignored: [] });
    expect(await figures('clustered')).toMatchObject({ ignored: ['--cluster'] });
    expect((await answer('text')).output).toContain('La méthode sdid n’emploie pas l’option --cluster');
  });

  it('tells its result in French', async () => {
    const { code, output } = await answer('text');
    expect(code).toBe(0);
    expect(output).toMatch(/Effet estimé\u00a0: \+\d,\d/);
    expect(output).toContain('Intervalle à 95\u00a0%');
    expect(output).toContain('Commune ');
  });

  it.each([
    ['missing', 'missing-outcome', { unit: first, period: 2009 }],
    ['twice', 'duplicate-cell', { unit: first, period: 2006 }],
    ['reversal', 'treatment-reversal', { unit: first, period: 2016 }],
    ['lone', 'no-donor', {}],
    ['untreated', 'no-treated-unit', {}],
    ['always', 'no-period-before', {}],
  ] as const)('refuses a panel as a result: %s', async (name, code, facts) => {
    expect((await answer(name)).code).toBe(0);
    expect(await figures(name)).toMatchObject({
      status: 'refused',
      method: 'sdid',
      estimate: null,
      evidence: { level: 0 },
      refusal: { code, facts },
    });
  });

  it('says a refusal in French', async () => {
    const { code, output } = await answer('missingText');
    expect(code).toBe(0);
    expect(output).toContain('L’effet ne peut pas être estimé.');
    expect(output).toContain(`${first}, 2009`);
  });

  it.each([
    ['letters', 1, 'Ligne\u00a05, colonne «\u00a0taux\u00a0»\u00a0: «\u00a0douze\u00a0» n’est pas lisible'],
    ['quote', 1, 'un guillemet ouvert n’est jamais fermé'],
    ['decimals', 1, 'Une virgule décimale'],
    ['empty', 1, 'Le fichier est vide'],
    ['titles', 1, 'Aucune ligne de données'],
    ['pdf', 1, 'PDF'],
    ['absent', 1, '/nowhere/panel.csv n’existe pas'],
    ['folder', 1, 'est un dossier'],
    [
      'column',
      2,
      'Cette colonne est absente du fichier\u00a0: population. Colonnes présentes\u00a0: commune, annee, taux, projet',
    ],
    ['method', 2, 'La méthode «\u00a0magic\u00a0» n’existe pas'],
    ['option', 2, 'Option inconnue\u00a0: --panell'],
    ['incomplete', 2, 'L’option --time est obligatoire'],
    ['valueless', 2, 'L’option --panel attend une valeur'],
    ['useless', 2, 'La méthode sdid n’emploie pas l’option --control'],
  ] as const)('explains in French: %s', async (name, expected, sentence) => {
    const { code, output, errors } = await answer(name);
    expect(errors).toContain(sentence);
    expect({ code, output }).toEqual({ code: expected, output: '' });
    expect(errors).not.toMatch(/\n\s+at /);
  });

  it('explains its options', async () => {
    const { code, output } = await answer('help');
    expect(code).toBe(0);
    for (const option of ['--panel', '--covariates', '--seed', '--json']) expect(output).toContain(option);
  });
});
