import type { PartnerKind, Policy } from '@sillage/indicators';
import { crossingOf, crossingOfAll } from './crossing';

const aProject = (policies: readonly Policy[], ...partners: readonly (readonly [string, PartnerKind, boolean])[]) => ({
  policies,
  partners: partners.map(([name, kind, hasAgreement]) => ({ name, kind, hasAgreement })),
});
const garden = aProject(['social-ties', 'environment'], ['Mairie', 'commune', true], ['Voisins', 'association', false]);
const house = aProject(
  ['health', 'housing', 'employment'],
  ['Voisins', 'association', true],
  ['CAF', 'social-security', true],
);

describe('décloisonnement', () => {
  it('is the policies and the partners that a project brings together', () => {
    expect(crossingOf(garden)).toEqual({
      policies: 2,
      partners: 2,
      agreements: 1,
      partnersByKind: { commune: 1, association: 1 },
    });
  });

  it('counts once a partner of several projects, bound by agreement if one of them says so', () => {
    const together = {
      projects: 2,
      policiesPerProject: { value: 2.5 },
      crossingThree: 1,
      partners: 3,
      agreements: 3,
      partnersByKind: { commune: 1, association: 1, 'social-security': 1 },
    };
    expect(crossingOfAll([garden, house])).toEqual(together);
    expect(crossingOfAll([house, garden])).toEqual(together);
  });

  it('has no mean without a project', () => {
    expect(crossingOfAll([]).policiesPerProject).toEqual({ absence: 'not-applicable' });
  });
});
