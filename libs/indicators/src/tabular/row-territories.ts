import type { TerritoryLevel } from '../territory';
import { readLevel } from './column-role';
import type { CsvRow } from './csv-rows';
import { aFinding, type Finding } from './finding';
import { type LabelColumn, labelColumns } from './label-columns';
import type { Layout } from './layout';
import { isRestName } from './row-name';
import { blockOpenedBy, firstBlock, mayBeTitle, type TableBlock } from './table-block';
import { memoryLimit, TerritoryCells } from './territory-cells';
import type { TerritoryContext, TerritoryReading } from './territory-code';
import { joinedCode } from './territory-column';
import type { TerritoryCode, TerritoryIndex } from './territory-index';
import { mayBeName, type TerritoryNames } from './territory-names';

const mostListed = 5;
const listed = (codes: readonly string[]): { codes: string } | undefined =>
  codes.length === 0
    ? undefined
    : { codes: codes.slice(0, mostListed).join(', ') + (codes.length > mostListed ? '…' : '') };

/** The territory of each row, by its code and at the level that the row or its table says. */
export class RowTerritories {
  block: TableBlock;
  /** Levels that the file names, in a title, a column or a code. */
  readonly statedLevels = new Set<TerritoryLevel>();
  private readonly cells: TerritoryCells;
  /** Of a transposed table: what the code of each value column means, and the remarks to make once. */
  private readonly columns = new Map<number, TerritoryReading>();
  private pending: Finding[] = [];
  private readonly labels: readonly LabelColumn[];
  /** The last label that agreed with each code: most files repeat the same. */
  private readonly agreed = new Map<TerritoryReading, string>();

  constructor(
    private readonly layout: Layout,
    index: TerritoryIndex,
    private readonly context: TerritoryContext & { readonly latestYear: number; readonly names?: TerritoryNames },
  ) {
    this.labels = labelColumns(layout);
    this.cells = new TerritoryCells(index, context);
    this.block = firstBlock(layout);
    this.state(layout.levels ?? []);
    for (const { index: column, header, territory: code } of layout.values) {
      if (code === undefined) continue;
      const reading = this.cells.read(code, '', layout.levels);
      this.columns.set(column, reading);
      this.remarkOn(reading, code, layout.codeLine ?? layout.headerLine, header, this.pending);
    }
  }

  get strangers(): number {
    return this.cells.strangers;
  }

  codesSeen(): Generator<readonly TerritoryCode[]> {
    return this.cells.codesSeen();
  }

  /** Of a transposed table, the territory of a value column. */
  ofColumn(column: number): TerritoryReading | undefined {
    return this.columns.get(column);
  }

  codeOf(cells: readonly string[]): string {
    const { territory, codeStart } = this.block;
    const end = cells[territory] ?? '';
    return codeStart === null || end.trim() === '' ? end : joinedCode(cells[codeStart] ?? '', end);
  }

  /** undefined in a transposed table, whose columns have the codes. */
  read(cells: readonly string[]): TerritoryReading | undefined {
    const { layout, block } = this;
    if (layout.shape === 'transposed') return undefined;
    const level = layout.roles.level === undefined ? undefined : readLevel(cells[layout.roles.level] ?? '');
    if (level) this.state([level]);
    const levels = level ? [level] : block.levels;
    const coded = this.cells.read(this.codeOf(cells), level ?? block.key, levels);
    const reading = coded.kind === 'territory' || coded.kind === 'total' ? coded : this.named(cells, levels, coded);
    if (reading.kind === 'territory' && reading.saysLevel) this.state([reading.level]);
    return reading;
  }

  /** A name is a last resort: only where no other territory bears it. */
  private named(
    cells: readonly string[],
    levels: readonly TerritoryLevel[] | null,
    coded: TerritoryReading,
  ): TerritoryReading {
    const name = this.codeOf(cells).trim();
    const bearers = mayBeName(name) ? (this.context.names?.find(name, levels) ?? []) : [];
    const [only, another] = bearers;
    if (!only) return coded;
    if (another) return { kind: 'ambiguous', codes: bearers.map(({ code }) => code) };
    const found = this.cells.read(only.code, only.level, [only.level]);
    return found.kind === 'territory' ? { ...found, remarks: ['TERRITOIRE_PAR_NOM', ...found.remarks] } : coded;
  }

  /** Why a row is left: it opens another table, or belongs to one that is not read. */
  leave({ cells, line }: CsvRow, territory: TerritoryReading | undefined): Finding | undefined {
    const isTitle = territory && territory.kind !== 'territory' && mayBeTitle(this.codeOf(cells));
    const opened = isTitle ? blockOpenedBy(cells, line, this.layout, this.context.latestYear) : undefined;
    if (!opened) return this.block.isUnread ? aFinding('LIGNE_AUTRE_TABLEAU', line, null, null) : undefined;
    this.block = opened;
    this.state(opened.levels ?? []);
    const title = cells[opened.territory]?.trim() ?? '';
    return aFinding('AUTRE_TABLEAU', line, null, title, { isUnread: opened.isUnread ? 1 : 0 });
  }

  /** Where a row without territory says that it counts what no territory has. */
  restColumn(territory: TerritoryReading | undefined, cells: readonly string[]): number | undefined {
    if (!territory || territory.kind === 'territory') return undefined;
    return [this.block.territory, ...this.labels.map(({ index }) => index)].find((at) => isRestName(cells[at] ?? ''));
  }

  /** The remarks on a row's code, after those that no row has made yet. */
  remarksOn(territory: TerritoryReading | undefined, cells: readonly string[], line: number): Finding[] {
    const findings = this.pending;
    this.pending = [];
    if (territory)
      this.remarkOn(territory, this.codeOf(cells), line, this.layout.headers[this.block.territory] ?? null, findings);
    this.remarkOnLevel(cells, line, findings);
    if (territory?.kind === 'territory') this.remarkOnLabel(territory, cells, line, findings);
    return findings;
  }

  private remarkOnLevel(cells: readonly string[], line: number, findings: Finding[]): void {
    const index = this.layout.roles.level ?? -1;
    const word = (cells[index] ?? '').trim();
    if (word !== '' && !readLevel(word))
      findings.push(aFinding('NIVEAU_INCONNU', line, this.layout.headers[index] ?? null, word));
  }

  private remarkOnLabel(
    territory: Extract<TerritoryReading, { kind: 'territory' }>,
    cells: readonly string[],
    line: number,
    findings: Finding[],
  ): void {
    const { names } = this.context;
    const { level, code } = territory;
    for (const { index, levels } of names ? this.labels : []) {
      const label = (cells[index] ?? '').trim();
      if (label === '' || label === this.agreed.get(territory) || (levels && !levels.includes(level))) continue;
      const name = names!.contradictedBy(label, level, code);
      if (name === null) {
        if (this.agreed.size < memoryLimit) this.agreed.set(territory, label);
      } else
        findings.push(
          aFinding('LIBELLE_CONTRADICTOIRE', line, this.layout.headers[index] ?? null, label, { code, name }),
        );
    }
  }

  private remarkOn(
    reading: TerritoryReading,
    cell: string,
    line: number,
    column: string | null,
    findings: Finding[],
  ): void {
    if (reading.kind === 'ambiguous')
      findings.push(aFinding('TERRITOIRE_AMBIGU', line, column, cell, listed(reading.codes ?? [])));
    if (reading.kind === 'unknown') findings.push(aFinding('TERRITOIRE_INCONNU', line, column, cell));
    if (reading.kind === 'total' && this.layout.shape === 'transposed')
      findings.push(aFinding('LIGNE_TOTAL', line, column, cell));
    if (reading.kind === 'territory') {
      for (const code of reading.remarks) findings.push(aFinding(code, line, column, cell, { code: reading.code }));
    }
  }

  private state(levels: readonly TerritoryLevel[]): void {
    for (const level of levels) this.statedLevels.add(level);
  }
}
