import { aFinding, type Finding } from './finding';

const email = /[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}/;
const phone = /(?:\+33|\b0)\s?[1-9](?:[\s.-]?\d{2}){4}\b/;
/** French social security number: sex, year, month, département, commune, order. */
const socialSecurityNumber = /\b[12]\s?\d{2}\s?(?:0[1-9]|1[0-2])\s?(?:\d{2}|2[AB])\s?\d{3}\s?\d{3}\b/i;

/** French bank account. */
const iban = /\bFR\d{2}\s?(?:\d{4}\s?){2}\d{2}[0-9A-Z]{2}\s?(?:[0-9A-Z]{4}\s?){2}[0-9A-Z]\d{2}\b/;

const plainNumber = /^\s*-?\d+[.,]\d+\s*$/;

/** Whether free text seems to hold an e-mail address, a telephone or a social security number. */
const findPersonalData = (text: string): boolean =>
  text.length > 5 &&
  !plainNumber.test(text) &&
  (email.test(text) || phone.test(text) || socialSecurityNumber.test(text) || iban.test(text));

/** Whether free text holds something that a browser could take for a tag. */
const hasMarkup = (text: string): boolean => /<[a-z!/?]/i.test(text);

/** Remarks on what a cell of free text should not hold. */
export function alertOn(cell: string, line: number, column: string | null, findings: Finding[]): void {
  if (findPersonalData(cell)) findings.push(aFinding('DONNEE_PERSONNELLE', line, column, null));
  if (hasMarkup(cell)) findings.push(aFinding('BALISE_HTML', line, column, cell));
}
