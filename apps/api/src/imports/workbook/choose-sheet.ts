import { aFinding, type Finding } from '@sillage/indicators';
import { TableText } from './table-file';
import { TableRefused } from './table-refused';
import type { SheetRow, Workbook } from './workbook';

const namesShown = 30;

/** How well the first lines of a sheet read as a table; 0 when they do not. */
export type SheetScore = (text: string) => number;
/** Why nothing of the file may be kept; `isSheet` when the text is one that we wrote. */
export type Refusal = (text: string, isSheet: boolean) => Finding | undefined;

export interface ChosenSheet {
  readonly rank: number;
  readonly findings: readonly Finding[];
}

/** The sheet that is asked for, else the visible one that reads best; what the others are is told. */
export async function chooseSheet(
  workbook: Workbook,
  wanted: string | undefined,
  score: SheetScore,
  refusal: Refusal = () => undefined,
): Promise<ChosenSheet> {
  const { sheets } = workbook;
  const heads = await judgedHeads(workbook, refusal);
  if (wanted !== undefined) {
    const same = (name: string): string => name.trim().toLowerCase();
    const exact = sheets.findIndex(({ name }) => name === wanted);
    const rank = exact >= 0 ? exact : sheets.findIndex(({ name }) => same(name) === same(wanted));
    if (rank >= 0) return { rank, findings: [] };
    throw new TableRefused('FEUILLE_INCONNUE', { sheet: wanted, names: listed(sheets.map(({ name }) => name)) });
  }
  let best: { rank: number; score: number } | undefined;
  const filled: number[] = [];
  for (const [rank, head] of heads.entries()) {
    if (head === '') continue;
    filled.push(rank);
    if (sheets[rank]!.isHidden) continue;
    const found = score(head);
    if (!best || found > best.score) best = { rank, score: found };
  }
  const names = (isHidden: boolean): string[] =>
    filled
      .filter((rank) => rank !== best?.rank && sheets[rank]!.isHidden === isHidden)
      .map((rank) => sheets[rank]!.name);
  const hidden = names(true);
  if (!best && hidden.length > 0) throw new TableRefused('FEUILLES_TOUTES_MASQUEES', { names: listed(hidden) });
  if (!best) throw new TableRefused('FICHIER_VIDE', { kind: workbook.kind });
  const others = names(false);
  const sheet = sheets[best.rank]!.name;
  const findings: Finding[] = [];
  if (others.length > 0)
    findings.push(
      aFinding('FEUILLES_IGNOREES', null, null, null, { sheet, names: listed(others), count: others.length }),
    );
  if (hidden.length > 0)
    findings.push(aFinding('FEUILLES_MASQUEES', null, null, null, { names: listed(hidden), count: hidden.length }));
  return { rank: best.rank, findings };
}

/** How each sheet begins: those that are not read are kept with the one that is. */
export async function judgedHeads(workbook: Workbook, refusal: Refusal): Promise<string[]> {
  const heads: string[] = [];
  for (const [rank, { name }] of workbook.sheets.entries()) {
    const head = textOf(await workbook.head(rank));
    const finding = refusal(head, true);
    if (finding) throw new TableRefused({ ...finding, sheet: name });
    heads.push(head);
  }
  for (const titles of (await workbook.titlesBeside?.()) ?? []) {
    const cells = titles.map((text, column) => ({ column, text, isNumber: false }));
    const finding = refusal(textOf([{ index: 0, cells }]), true);
    if (finding) throw new TableRefused({ ...finding, line: null });
  }
  return heads;
}

/** A million blank rows before a cell would take their time in each of five hundred sheets. */
const blankRows = 100;

function textOf(rows: readonly SheetRow[]): string {
  const text = new TableText();
  let next = 0;
  let cut = 0;
  for (const row of rows) {
    cut += Math.max(0, row.index - next - blankRows);
    next = row.index + 1;
    text.add({ ...row, index: row.index - cut, repeats: 1 });
  }
  return text.take();
}

const listed = (names: readonly string[]): string =>
  names.slice(0, namesShown).join(' ; ') + (names.length > namesShown ? ' ; …' : '');
