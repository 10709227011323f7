const titles = 'code_territoire;libelle;annee;indicateur;valeur\n';
const megabyte = 1 << 20;
const lines = (count: number, line: (rank: number) => string): string =>
  Array.from({ length: count }, (_, rank) => line(rank)).join('');
const row = (code: string, label: string, year: string, value: string): string =>
  `${code};${label};${year};NB_APA;${value}\n`;

/** First an ordinary file of as many bytes, which shows what reading takes by itself. */
export const hardFiles: Readonly<Record<string, () => string>> = {
  'ordinary rows': () => titles + lines(200_000, (rank) => row('01001', 'Ambronay', String(1900 + (rank % 120)), '27')),
  'many different unknown codes': () => titles + lines(200_000, (rank) => row(`X${rank}`, 'x', '2023', '27')),
  'many different periods': () => titles + lines(200_000, (rank) => row('01001', 'x', `p${rank}`, '27')),
  'many different wrong numbers': () => titles + lines(200_000, (rank) => row('01001', 'x', '2023', `${rank}x`)),
  'many different indicators': () => titles + lines(100_000, (rank) => `01001;x;2023;NB_APB${rank};27\n`),
  'every row a duplicate': () => titles + lines(200_000, () => row('01001', 'x', '2023', '27')),
  'every row a conflict': () => titles + lines(200_000, (rank) => row('01001', 'x', '2023', String(rank + 100))),
  'a line of a megabyte': () => `${titles}01001;${'a'.repeat(megabyte)};2023;NB_APA;27\n`,
  'titles of a megabyte': () => `${'a'.repeat(megabyte)};${titles}`,
  'no line end in four megabytes': () => '9'.repeat(4 * megabyte),
  'delimiters only': () => ';'.repeat(4 * megabyte),
  'quotes only': () => titles + '"'.repeat(4 * megabyte),
  'pairs of quotes on every line': () => titles + lines(100_000, () => '"";"""";"""""";"";""\n'),
  'a quote that never closes': () => `${titles}01001;"x;2023;NB_APA;27\n${'01002;b;2023;NB_APA;14\n'.repeat(200_000)}`,
  'long runs of digits': () => titles + lines(400, () => row('01001', '1 '.repeat(4_000), '2023', '1'.repeat(5_000))),
  'nearly e-mail addresses': () => titles + lines(400, () => row('01001', 'a.'.repeat(4_900), '2023', '27')),
  'nearly tags and nearly telephones': () =>
    titles + lines(400, () => row('01001', '< 06 12 '.repeat(1_200), '2023', '27')),
  'spaces before every cell': () =>
    titles + lines(400, () => `${' '.repeat(4_000)}01001;x;${' '.repeat(4_000)}2023;NB_APA;${' '.repeat(400)}27\n`),
  'accents one upon another': () => titles + lines(400, () => row('01001', `a${'\u0301'.repeat(4_000)}`, '2023', '27')),
  'two thousand columns of years': () =>
    `code_territoire;indicateur;${lines(1_990, (rank) => `${rank};`)}\n${lines(200, () => `01001;NB_APA;${'1;'.repeat(1_990)}\n`)}`,
  'titles on four hundred lines': () =>
    lines(400, (rank) => `Titre ${rank}${';'.repeat(1_000)}\n`) + titles + row('01001', 'x', '2023', '27'),
};
