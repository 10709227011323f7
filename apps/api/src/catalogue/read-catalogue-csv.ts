import { catalogueFr, type IndicatorDefinition, type TerritoryLevel } from '@sillage/indicators';
import Papa from 'papaparse';
import { indicatorDefinition } from './catalogue.dto';
import type { CatalogueFault, CatalogueFile } from './check-catalogue';
import {
  aimWords,
  type Column,
  frequencyWords,
  kindWords,
  levelWords,
  mandatoryColumns,
  optionalColumns,
  plainWord,
  polarityWords,
  temporalWords,
  territorialWords,
  unitWords,
  yesNoWords,
} from './csv-columns';

const columns: readonly Column[] = [...mandatoryColumns, ...optionalColumns];

/** A département's own indicators, one a line, under French column titles. Every fault of the file is listed. */
export function readCatalogueCsv(text: string): CatalogueFile {
  const { data: rows } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimitersToGuess: [';', ',', '\t'] });
  const header = (rows[0] ?? []).map((title) => plainWord(title).replaceAll(' ', '_'));
  const faults: CatalogueFault[] = [];
  for (const column of mandatoryColumns) {
    if (!header.includes(column)) faults.push({ pointer: '/lignes/1', detail: catalogueFr.missingColumn(column) });
  }
  for (const column of header) {
    if (column !== '' && !(columns as readonly string[]).includes(column)) {
      faults.push({ pointer: '/lignes/1', detail: catalogueFr.unknownColumn(column, columns.join(', ')) });
    }
  }
  if (faults.length > 0) return { kind: 'faults', faults };
  const definitions: IndicatorDefinition[] = [];
  rows.slice(1).forEach((cells, index) => {
    if (cells.every((cell) => cell.trim() === '')) return;
    const row = new CatalogueRow(index + 2, header, cells, faults);
    const definition = row.definition();
    if (definition) definitions.push(definition);
  });
  return faults.length > 0 ? { kind: 'faults', faults } : { kind: 'definitions', definitions };
}

class CatalogueRow {
  private readonly faultsBefore: number;

  constructor(
    private readonly line: number,
    private readonly header: readonly string[],
    private readonly cells: readonly string[],
    private readonly faults: CatalogueFault[],
  ) {
    this.faultsBefore = faults.length;
  }

  /** undefined when the row has a fault, which is then listed. */
  definition(): IndicatorDefinition | undefined {
    const label = this.mandatory('libelle');
    const unit = this.word('unite', unitWords) ?? { unit: 'count', scale: 1 };
    const rule = this.word('regle_territoriale', territorialWords) ?? 'none';
    const subject = this.text('sujet') || label.charAt(0).toLowerCase() + label.slice(1);
    const counted = this.text('compte') || this.text('unite');
    const formula = this.text('formule') || catalogueFr.ownFormula;
    const definition = this.text('definition') || label;
    const isFeminine = this.word('feminin', yesNoWords, 'non') ?? false;
    const isPlural = this.word('pluriel', yesNoWords, 'non') ?? false;
    const result = indicatorDefinition.safeParse({
      code: this.mandatory('code'),
      synonyms: this.list('synonymes'),
      kind: this.word('type', kindWords),
      aim: this.word('objectif', aimWords, 'aucun'),
      unit: unit.unit,
      decimals: this.number('decimales', rule === 'ratio-of-sums' ? 1 : 0),
      polarity: this.word('sens', polarityWords),
      territorialRule: rule,
      temporalRule: this.word('regle_temporelle', temporalWords, 'aucune'),
      scale: rule === 'ratio-of-sums' ? unit.scale : 1,
      numerator: this.text('numerateur') || null,
      denominator: this.text('denominateur') || null,
      weight: this.text('poids') || null,
      derivation: null,
      allowsNegative: this.word('negatif', yesNoWords, 'non'),
      suppressionThreshold: this.number('seuil', null),
      coverageThreshold: 0.8,
      source: this.text('source') || 'departement-services',
      frequency: this.word('frequence', frequencyWords, 'annuelle'),
      expectedDelayDays: this.number('delai_jours', 120),
      levels: this.levels(),
      leadRank: null,
      fr: {
        label,
        definition,
        formula,
        caveat: this.text('limites'),
        wording: { subject, isFeminine, isPlural, counted },
      },
      en: {
        label: this.text('libelle_en') || label,
        definition: this.text('definition_en') || definition,
        formula: this.text('formule_en') || formula,
        caveat: this.text('limites_en') || this.text('limites'),
        wording: {
          subject: this.text('sujet_en') || this.text('libelle_en') || subject,
          isFeminine: false,
          isPlural,
          counted: this.text('compte_en') || counted,
        },
      },
    });
    if (this.faults.length > this.faultsBefore) return undefined;
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      const column = issue.path[0] === 'code' ? 'code' : issue.path.join('.');
      const expected = column === 'code' ? catalogueFr.aCode : issue.message;
      this.fault(column, catalogueFr.wrongCell(this.line, column, this.text(column), expected));
    }
    return undefined;
  }

  private text(column: string): string {
    return this.cells[this.header.indexOf(column)]?.trim() ?? '';
  }

  private mandatory(column: Column): string {
    const text = this.text(column);
    if (text === '') this.fault(column, catalogueFr.missingCell(this.line, column));
    return text;
  }

  /** One of the words that a column may hold; an empty cell is `otherwise`, or a fault without one. */
  private word<Meaning>(column: Column, words: Record<string, Meaning>, otherwise?: string): Meaning | undefined {
    const text = (otherwise === undefined ? this.mandatory(column) : this.text(column)) || otherwise;
    if (text === undefined) return undefined;
    const word = plainWord(text);
    if (Object.hasOwn(words, word)) return words[word];
    this.fault(column, catalogueFr.wrongCell(this.line, column, text, Object.keys(words).join(', ')));
    return undefined;
  }

  private number<Otherwise extends number | null>(column: Column, otherwise: Otherwise): number | Otherwise {
    const text = this.text(column);
    if (text === '') return otherwise;
    if (/^\d{1,5}$/.test(text)) return Number(text);
    this.fault(column, catalogueFr.wrongCell(this.line, column, text, catalogueFr.aNumber));
    return otherwise;
  }

  private list(column: Column): string[] {
    return this.text(column)
      .split(/[,|]/)
      .map((item) => item.trim())
      .filter((item) => item !== '');
  }

  private levels(): TerritoryLevel[] {
    const given = this.list('echelons');
    if (given.length === 0) return ['commune', 'epci', 'canton', 'arrondissement', 'mds', 'zone', 'departement'];
    return given.flatMap((text) => {
      const level = levelWords[plainWord(text)];
      if (!level) {
        const known = Object.keys(levelWords).join(', ');
        this.fault('echelons', catalogueFr.wrongCell(this.line, 'echelons', text, known));
      }
      return level ? [level] : [];
    });
  }

  private fault(column: string, detail: string): void {
    this.faults.push({ pointer: `/lignes/${this.line}/colonnes/${column}`, detail });
  }
}
