import { type Locale, territoriesEn, territoriesFr } from '@sillage/indicators';
import type { FormerPerimeter, PartialShare, TerritoryRecord } from './territories.queries';
import type { RelatedTerritory } from './territory-lists.queries';

const words = (locale: Locale): typeof territoriesFr => (locale === 'fr' ? territoriesFr : territoriesEn);

/** The départements that hold only some of a territory's communes. */
export const partialDepartements = (parents: readonly RelatedTerritory[]): RelatedTerritory[] =>
  parents.filter(({ level, isPartial }) => level === 'departement' && isPartial);

/** What a reader must know of a territory that lies across several départements; the home one is measured. */
export function composePartialNotice(
  parents: readonly RelatedTerritory[],
  home: { readonly departement: TerritoryRecord; readonly share: PartialShare } | undefined,
  locale: Locale,
): string[] {
  const departements = partialDepartements(parents);
  if (departements.length === 0) return [];
  if (!home) return [words(locale).across(departements.map(({ name }) => name))];
  const { departement, share } = home;
  return [
    words(locale).partial({
      inside: share.insideCount,
      total: share.totalCount,
      insidePopulation: share.insidePopulation,
      totalPopulation: share.totalPopulation,
      departement: departement.name,
    }),
  ];
}

/** How the current perimeter came to be, when it is not as old as the list of movements. */
export function composeBoundaryNotice(
  { validFrom }: Pick<TerritoryRecord, 'validFrom'>,
  formerPerimeters: readonly FormerPerimeter[],
  locale: Locale,
): string[] {
  const last = formerPerimeters.filter(({ validTo }) => validTo === validFrom);
  const [first] = last;
  if (!first) return [];
  const names = [...new Set(last.map(({ name }) => name))];
  switch (first.kind) {
    case 'merger':
      return [words(locale).merged(validFrom, names)];
    case 'split':
    case 'transfer':
      return [words(locale).split(validFrom, names)];
    case 'code-change':
      return [
        words(locale).recoded(
          validFrom,
          last.map(({ code }) => code),
        ),
      ];
  }
}
