import { effectMethods, type Facts } from '../../effect/effect';
import { territoryLevels } from '../../territory';
import { formatNumber } from '../format-number';
import type { Locale } from '../locale';
import { vocabulary } from '../vocabulary/vocabulary';
import { formatEffect } from './effect-number';
import { methodWords } from './method-words';
import type { Told } from './told';

/** What a sentence reads from the facts of a code: each is already written in the language of the sentence. */
export interface FactReader {
  /** A count: "12". */
  readonly count: (name: string) => string;
  /** A count with its noun: "aucune période", "1 période", "3 périodes". */
  readonly counted: (name: string, none: string, one: string, many: string) => string;
  /** A year or another number that is a name: "2020". */
  readonly year: (name: string) => string;
  /** An amount of the outcome, signed: "−1,8 point". */
  readonly amount: (name: string) => string;
  /** The same without a sign: "0,3 point". */
  readonly size: (name: string) => string;
  /** A share of one as a percentage: 0.048 → "4,8 %". */
  readonly share: (name: string) => string;
  /** A share of one as its inverse: 0.0625 → "16", of "one time in 16". */
  readonly oneIn: (name: string) => string;
  /** A plain number with two decimals. */
  readonly number: (name: string) => string;
  readonly text: (name: string) => string;
  /** Levels of territories, from their codes: "communes et EPCI". */
  readonly levels: (name: string) => string;
  /** The name of a method, from its code. */
  readonly method: (name: string) => string;
}

/** A sentence told with its facts, and the one that replaces it where a fact is absent. */
export interface FactSentence {
  readonly full: (facts: FactReader) => string;
  readonly plain: string;
}

/** Tells a sentence with facts, or without them when one that it needs was not given: never "undefined", never NaN. */
export function tell(sentence: FactSentence, facts: Facts, told: Pick<Told, 'subject'>, locale: Locale): string {
  let isWhole = true;
  const read =
    (write: (value: number) => string) =>
    (name: string): string => {
      const value = facts[name];
      if (typeof value === 'number' && Number.isFinite(value)) return write(value);
      isWhole = false;
      return '';
    };
  const reader: FactReader = {
    count: read((value) => formatNumber(value, 0, locale)),
    counted: (name, none, one, many) =>
      read((value) => (value === 0 ? none : `${formatNumber(value, 0, locale)} ${value === 1 ? one : many}`))(name),
    year: read(String),
    amount: read((value) => formatEffect(value, told.subject, locale)),
    size: read((value) => formatEffect(Math.abs(value), told.subject, locale).replace('+', '')),
    share: read((value) => vocabulary[locale].relative(formatNumber(value * 100, value < 0.1 ? 1 : 0, locale))),
    oneIn: read((value) => formatNumber(1 / value, 0, locale)),
    number: read((value) => formatNumber(value, 2, locale)),
    text: (name) => {
      const value = facts[name];
      if (typeof value === 'string' && value !== '') return value;
      if (typeof value === 'number') return String(value);
      isWhole = false;
      return '';
    },
    levels: (name) => {
      const value = facts[name];
      const known = territoryLevels.filter((level) => Array.isArray(value) && value.includes(level));
      if (known.length === 0) isWhole = false;
      return new Intl.ListFormat(locale).format(known.map((level) => vocabulary[locale].levels[level]!.many));
    },
    method: (name) => {
      const code = effectMethods.find((method) => method === facts[name]);
      if (!code) isWhole = false;
      return code ? methodWords[locale].methods[code].name : '';
    },
  };
  const text = sentence.full(reader);
  return isWhole ? text : sentence.plain;
}
