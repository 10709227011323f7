import { comparableName } from './cell-text';

const rest =
  /^(?:(?:les_|l_|le_)?(?:autres?|restes?|divers|inconnue?s?|indetermine?e?s?|etranger|dont)|non_(?:reparti|localise|ventile|affecte|renseigne|precise|determine|attribue|identifie|classe)e?s?|hors_(?:du_|de_la_)?(?:departement|dep|region|france|territoire|zone|champ)|sans_(?:adresse|commune|localisation|territoire))(?:_|$)/;

/** What a row counts beside all territories, or again: "Autres", "Non réparti", "Hors département", "dont femmes". */
export const isRestName = (name: string): boolean => rest.test(comparableName(name));

/** "Source : DREES", "Champ : France entière", "Note de lecture : …". */
export const isNoteText = (text: string): boolean =>
  /^\s*\(?(?:(?:sources?|champs?|notes?|notes? de lecture|lecture|nota|nota bene|n\.?\s?b\.?|remarques?|d[ée]finitions?|avertissements?|pr[ée]cisions?|unit[ée]s?|l[ée]gende|traitements?)[\s\u00a0]*:|sources?[\s\u00a0]+\p{L}|notes?[\s\u00a0]+de[\s\u00a0]+lecture)/iu.test(
    text,
  );
