import type { Locale } from './locale';

/** French typography: no line may break before : ; ! ? % » nor after «. English is left as it is. */
export const typeset = (text: string, locale: Locale): string =>
  locale === 'fr' ? text.replace(/ ([:;!?%€»])/g, '\u00a0$1').replace(/« /g, '«\u00a0') : text;
