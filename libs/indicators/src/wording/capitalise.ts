/** First letter in capital, accents kept: "écart" → "Écart". */
export const capitalise = (text: string): string => text.charAt(0).toLocaleUpperCase('fr-FR') + text.slice(1);
