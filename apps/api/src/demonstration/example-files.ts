/** A small file to try an import with, about the fictional département: each shows one format that is read. */
export interface ExampleFile {
  readonly name: ExampleName;
  readonly content: string;
}

export const exampleNames = [
  'exemple_tidy.csv',
  'exemple_population_large.csv',
  'exemple_filosofi.csv',
  'exemple_mensuel.csv',
  'exemple_avec_erreurs.csv',
] as const;
export type ExampleName = (typeof exampleNames)[number];

const lines = (...rows: string[]): string => `${rows.join('\n')}\n`;

const contents: Record<ExampleName, string> = {
  // One value a line; a ratio comes as numerator and denominator.
  'exemple_tidy.csv': lines(
    'code_territoire;periode;indicateur;valeur;numerateur;denominateur;statut',
    '00001;2025;REVI-14;14;;;P',
    '00002;2025;REVI-14;9;;;P',
    '00003;2025;REVI-14;21;;;P',
    '00004;2025;REVI-14;7;;;P',
    '00001;2025;REVI-02;-3;;;P',
    '00002;2025;REVI-02;1;;;P',
    '00003;2025;REVI-02;-6;;;P',
    '00001;2025;REVI-13;s;;;',
    '00003;2025;REVI-13;1480;;;P',
    'MDS01;2025;PART-03;;412;1538;V',
    'MDS02;2025;PART-03;;176;921;V',
    'MDS03;2025;PART-03;;nr;nr;NR',
    '00;2025;DECL-04;119;;;V',
  ),
  // One column a year.
  'exemple_population_large.csv': lines(
    'codgeo,p23_pop,p24_pop,p25_pop',
    '00001,214,211,209',
    '00002,388,391,394',
    '00003,1046,1041,1033',
    '00004,172,170,170',
    '00005,655,661,668',
    '00006,97,95,92',
    '00007,283,280,281',
    '00008,512,509,503',
    '00009,146,149,151',
    '00010,820,826,834',
  ),
  // One column an indicator, named by a stem and two digits of a year; "s": statistical secrecy.
  'exemple_filosofi.csv': lines(
    'CODGEO;NBMENFISC24;NBPERSMENFISC24;MED24;PIMP24;TP6024;D124;D924;RD24',
    '00001;96;204;22140;s;s;s;s;s',
    '00002;171;381;23010;s;s;s;s;s',
    '00003;463;1002;22480;46,0;s;s;s;s',
    '00004;74;163;21730;s;s;s;s;s',
    '00005;290;644;23650;51,0;s;s;s;s',
    '00006;s;s;s;s;s;s;s;s',
    '00010;365;809;22990;48,0;17,5;13120;36870;2,8',
  ),
  // One line a month; the last ones are provisional.
  'exemple_mensuel.csv': lines(
    'code_dep;mois;rsa_allocataires;provisoire',
    '00;2026-02;5650;0',
    '00;2026-03;5640;0',
    '00;2026-04;5610;0',
    '00;2026-05;5590;0',
    '00;2026-06;5560;0',
    '00;2026-07;5540;0',
    '00;2026-08;5550;1',
    '00;2026-09;5570;1',
    '00;2026-10;5600;1',
  ),
  // What goes wrong most often, one mistake a line.
  'exemple_avec_erreurs.csv': lines(
    'code_commune;periode;indicateur;valeur',
    '00001;2025;REVI-14;14',
    '0002;2025;REVI-14;9',
    '00999;2025;REVI-14;12',
    '00003;31/02/2025;REVI-14;21',
    '00004;2025;REVI-14;douze',
    '00005;2025;REVI-99;7',
    '00006;2025;REVI-14;-4',
    '00007;2025;REVI-14;8',
    '00007;2025;REVI-14;11',
    '00008;2025;REVI-14;',
    '00009;2025;REVI-14;1 204',
    'TOTAL;2025;REVI-14;1286',
    'Source : fichier fictif;;;',
  ),
};

export const findExample = (name: string): ExampleFile | undefined => {
  const known = exampleNames.find((example) => example === name);
  return known && { name: known, content: contents[known] };
};
