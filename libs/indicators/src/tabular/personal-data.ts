const email = /[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}/;
const phone = /(?:\+33|\b0)\s?[1-9](?:[\s.-]?\d{2}){4}\b/;
/** French social security number: sex, year, month, département, commune, order. */
const socialSecurityNumber = /\b[12]\s?\d{2}\s?(?:0[1-9]|1[0-2])\s?(?:\d{2}|2[AB])\s?\d{3}\s?\d{3}\b/i;

/** French bank account. */
const iban = /\bFR\d{2}\s?(?:\d{4}\s?){2}\d{2}[0-9A-Z]{2}\s?(?:[0-9A-Z]{4}\s?){2}[0-9A-Z]\d{2}\b/;

const plainNumber = /^\s*-?\d+[.,]\d+\s*$/;

/** Whether free text seems to hold an e-mail address, a telephone or a social security number. */
export const findPersonalData = (text: string): boolean =>
  text.length > 5 &&
  !plainNumber.test(text) &&
  (email.test(text) || phone.test(text) || socialSecurityNumber.test(text) || iban.test(text));

const mask = '•••';
const everywhere = [email, phone, socialSecurityNumber, iban].map(
  ({ source, flags }) => new RegExp(source, `${flags}g`),
);

/** A text as a remark may repeat it: findings are read, sent and kept by others than the file's sender. */
export const withoutPersonalData = (text: string): string =>
  findPersonalData(text) ? everywhere.reduce((left, pattern) => left.replace(pattern, mask), text) : text;
