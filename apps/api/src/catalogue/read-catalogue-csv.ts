import { catalogueFr, type IndicatorDefinition, type TerritoryLevel } from '@sillage/indicators';
import { type CsvRow, type Fault, plainWord, readCsvTable } from '../platform/csv-table';
import { aimWords, levelWords, yesNoWords } from '../platform/csv-words';
import { indicatorDefinition } from './catalogue.dto';
import type { CatalogueFile } from './check-catalogue';
import {
  frequencyWords,
  kindWords,
  mandatoryColumns,
  optionalColumns,
  polarityWords,
  temporalWords,
  territorialWords,
  unitWords,
} from './csv-columns';

/** A département's own indicators, one a line, under French column titles. Every fault of the file is listed. */
export function readCatalogueCsv(text: string): CatalogueFile {
  const faults: Fault[] = [];
  const definitions: IndicatorDefinition[] = [];
  for (const row of readCsvTable(text, { mandatory: mandatoryColumns, optional: optionalColumns }, faults)) {
    const definition = new CatalogueRow(row, faults).definition();
    if (definition) definitions.push(definition);
  }
  return faults.length > 0 ? { kind: 'faults', faults } : { kind: 'definitions', definitions };
}

class CatalogueRow {
  private readonly faultsBefore: number;

  constructor(
    private readonly row: CsvRow,
    private readonly faults: readonly Fault[],
  ) {
    this.faultsBefore = faults.length;
  }

  /** undefined when the row has a fault, which is then listed. */
  definition(): IndicatorDefinition | undefined {
    const label = this.row.mandatory('libelle');
    const unit = this.row.word('unite', unitWords) ?? { unit: 'count', scale: 1 };
    const rule = this.row.word('regle_territoriale', territorialWords) ?? 'none';
    const subject = this.row.text('sujet') || label.charAt(0).toLowerCase() + label.slice(1);
    const counted = this.row.text('compte') || this.row.text('unite');
    const formula = this.row.text('formule') || catalogueFr.ownFormula;
    const definition = this.row.text('definition') || label;
    const isFeminine = this.row.word('feminin', yesNoWords, 'non') ?? false;
    const isPlural = this.row.word('pluriel', yesNoWords, 'non') ?? false;
    const result = indicatorDefinition.safeParse({
      code: this.row.mandatory('code'),
      synonyms: this.row.list('synonymes'),
      kind: this.row.word('type', kindWords),
      aim: this.row.word('objectif', aimWords, 'aucun'),
      unit: unit.unit,
      decimals: this.row.number('decimales', rule === 'ratio-of-sums' ? 1 : 0),
      polarity: this.row.word('sens', polarityWords),
      territorialRule: rule,
      temporalRule: this.row.word('regle_temporelle', temporalWords, 'aucune'),
      scale: rule === 'ratio-of-sums' ? unit.scale : 1,
      numerator: this.row.text('numerateur') || null,
      denominator: this.row.text('denominateur') || null,
      weight: this.row.text('poids') || null,
      derivation: null,
      allowsNegative: this.row.word('negatif', yesNoWords, 'non'),
      suppressionThreshold: this.row.number('seuil', null),
      coverageThreshold: 0.8,
      source: this.row.text('source') || 'departement-services',
      frequency: this.row.word('frequence', frequencyWords, 'annuelle'),
      expectedDelayDays: this.row.number('delai_jours', 120),
      levels: this.levels(),
      leadRank: null,
      fr: {
        label,
        definition,
        formula,
        caveat: this.row.text('limites'),
        wording: { subject, isFeminine, isPlural, counted },
      },
      en: {
        label: this.row.text('libelle_en') || label,
        definition: this.row.text('definition_en') || definition,
        formula: this.row.text('formule_en') || formula,
        caveat: this.row.text('limites_en') || this.row.text('limites'),
        wording: {
          subject: this.row.text('sujet_en') || this.row.text('libelle_en') || subject,
          isFeminine: false,
          isPlural,
          counted: this.row.text('compte_en') || counted,
        },
      },
    });
    if (this.faults.length > this.faultsBefore) return undefined;
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      const column = issue.path[0] === 'code' ? 'code' : issue.path.join('.');
      const expected = column === 'code' ? catalogueFr.aCode : issue.message;
      this.row.wrong(column, this.row.text(column), expected);
    }
    return undefined;
  }

  private levels(): TerritoryLevel[] {
    const given = this.row.list('echelons');
    if (given.length === 0) return ['commune', 'epci', 'canton', 'arrondissement', 'mds', 'zone', 'departement'];
    return given.flatMap((text) => {
      const level = levelWords[plainWord(text)];
      if (!level) {
        const known = Object.keys(levelWords).join(', ');
        this.row.wrong('echelons', text, known);
      }
      return level ? [level] : [];
    });
  }
}
