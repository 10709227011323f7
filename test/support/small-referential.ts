import { writeFileSync } from 'node:fs';
import path from 'node:path';

const communes = ['01001', '01002', '01004', '01005', '01007', '01008', '01010', '01033', '2A004', '2B033']
  .concat(['75056', '97105', '97611'])
  .map((code) => `${code};commune;Commune ${code}`);
const others = [
  '01;departement;Ain',
  '2A;departement;Corse-du-Sud',
  '69D;departement;Rhône',
  '69M;departement;Métropole de Lyon',
  '200029999;epci;CC Rives de l’Ain',
  ...Array.from({ length: 20 }, (_, rank) => `${75_101 + rank};arrondissement;Paris ${rank + 1}e`),
];
const files = {
  'territoires.csv': ['code;niveau;libelle', ...others, ...communes],
  'indicateurs.csv': [
    'code;libelle;type;agregation;negatif_permis;decimales',
    'NB_APA;Bénéficiaires de l’APA à domicile;effectif;somme;non;0',
    'MT_APA;Montant d’APA versé (€);montant;somme;non;2',
    'TX_RSA;Taux de bénéficiaires du RSA (%);taux;ratio_des_sommes;non;2',
    'SOLDE_MIG;Solde migratoire;solde;somme;oui;1',
  ],
  'fusions.csv': ['ancien;nouveau;date_effet', '01091;01033;2019-01-01', '01205;01033;2019-01-01'],
};

/** Writes the three files of a small referential into a folder. */
export function smallReferential(folder: string, changes: Readonly<Record<string, string>> = {}): void {
  for (const [name, lines] of Object.entries(files))
    writeFileSync(path.join(folder, name), changes[name] ?? lines.join('\r\n'));
}
