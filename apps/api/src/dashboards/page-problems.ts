import { type Locale, pageWords, typeset } from '@sillage/indicators';
import { Problem } from '../platform/problem';

/** A page's refusals, in the language of the page. */
function problem(locale: Locale, status: number, code: string, title: string, detail?: string): Problem {
  return new Problem(status, code, typeset(title, locale), detail && typeset(detail, locale));
}

export function unknownTerritory(locale: Locale, level: string, code: string): Problem {
  const { problems } = pageWords[locale];
  return problem(
    locale,
    404,
    'territoire-inconnu',
    problems.unknownTerritory(level, code),
    problems.unknownTerritoryHow,
  );
}

export function unknownIndicator(locale: Locale, code: string): Problem {
  const { problems } = pageWords[locale];
  return problem(locale, 404, 'indicateur-inconnu', problems.unknownIndicator(code), problems.unknownIndicatorHow);
}

export function unknownProject(locale: Locale, code: string): Problem {
  const { problems } = pageWords[locale];
  return problem(locale, 404, 'projet-inconnu', problems.unknownProject(code), problems.unknownProjectHow);
}

export function unknownVersion(locale: Locale, version: number): Problem {
  const { problems } = pageWords[locale];
  return problem(locale, 404, 'version-inconnue', problems.unknownVersion(String(version)), problems.unknownVersionHow);
}

export function noHome(locale: Locale): Problem {
  const { problems } = pageWords[locale];
  return problem(locale, 503, 'aucun-departement', problems.noHome, problems.noHomeHow);
}

export function unknownFigure(locale: Locale, name: string): Problem {
  const { problems } = pageWords[locale];
  return problem(locale, 404, 'figure-inconnue', problems.unknownFigure(name), problems.unknownFigureHow);
}

export function unknownDatum(locale: Locale): Problem {
  const { problems } = pageWords[locale];
  return problem(locale, 404, 'donnee-inconnue', problems.noDatum, problems.noDatumHow);
}

export function badQuery(locale: Locale, name: string, seen: string, expected: string): Problem {
  return problem(locale, 400, 'parametre-invalide', pageWords[locale].problems.badQuery(name, seen, expected));
}
