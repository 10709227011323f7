import { rows, table, type UglyCase } from './table';

const warned = 'accept-with-warnings';

export const meanings: readonly UglyCase[] = [
  {
    name: 'communes and an EPCI for one indicator',
    content: table({ codes: ['01001', '01002', '01004', '01005', '200029999'] }),
    outcome: warned,
    code: 'GRANULARITES_MELEES',
    kept: 5,
    sum: 703,
    message: /ligne 6, colonne .*code_territoire.*communes \(4 valeurs\) et EPCI \(1 valeur\)/i,
  },
  {
    name: 'years and a month for one indicator',
    content: table({ periods: ['2023', '2023-01'] }),
    outcome: warned,
    code: 'GRANULARITES_MELEES',
    kept: 5,
    sum: 703,
    message: /ligne 3, colonne .*annee.*pas de temps/i,
  },
  {
    name: 'a département that its communes add up to',
    content: rows('01001;a;2023;NB_APA;27', '01002;b;2023;NB_APA;14', '01;Ain;2023;NB_APA;41'),
    outcome: 'accept',
    kept: 3,
    sum: 82,
  },
  {
    name: 'a count with a decimal',
    content: table({ values: ['12,5'] }),
    outcome: warned,
    code: 'EFFECTIF_DECIMAL',
    kept: 5,
    sum: 688.5,
    message: /ligne 2, colonne .*valeur.*12,50.*entier/i,
  },
  {
    name: 'percentages given as shares',
    content: table({ values: ['0,125', '0,14', '0,513', '0,061', '0,088'], indicator: 'TX_RSA' }),
    outcome: warned,
    code: 'UNITE_PARTS',
    kept: 5,
    sum: 0.927,
    message: /ligne 2, colonne .*valeur.*Sont-ce des parts.*par 100/i,
  },
  {
    name: 'labels that slipped one row down',
    content: table({ codes: ['01', '2A'], names: ['Corse-du-Sud', 'AIN'] }),
    outcome: warned,
    code: 'LIBELLE_CONTRADICTOIRE',
    kept: 5,
    sum: 703,
    message: /ligne 2, colonne .*libelle.*Corse-du-Sud.*nom d’un autre territoire que 01 \(.*Ain.*\)/i,
  },
];
