import {
  businesses,
  doctorsAndChildcare,
  employment,
  minimumIncome,
  naturalBalance,
  propertySales,
} from './commune-figures';
import { essentialServices, receptionPoints, shelteredWork, vacancy } from './housing-figures';
import { filosofiFile, income, monthlyFile, populationFile } from './income-figures';
import { projectFigures } from './project-figures';
import { tidyFile } from './row';
import { socialAction } from './social-figures';
import { demonstrationWorld } from './world';

export interface DemonstrationFile {
  readonly name: string;
  readonly content: string;
}

/** Every figure of the demonstration, in files as producers and services give them. Each name says that it is fictitious. */
export function demonstrationFiles(world = demonstrationWorld()): DemonstrationFile[] {
  return [
    { name: 'demonstration_populations.csv', content: populationFile(world) },
    { name: 'demonstration_filosofi_2023.csv', content: filosofiFile(world) },
    { name: 'demonstration_niveaux_de_vie.csv', content: tidyFile(income(world)) },
    { name: 'demonstration_rsa_mensuel.csv', content: monthlyFile(world) },
    {
      name: 'demonstration_habitants.csv',
      content: tidyFile([...minimumIncome(world), ...naturalBalance(world), ...employment(world)]),
    },
    {
      name: 'demonstration_economie.csv',
      content: tidyFile([...businesses(world), ...propertySales(world), ...doctorsAndChildcare(world)]),
    },
    {
      name: 'demonstration_logement_et_services.csv',
      content: tidyFile([
        ...vacancy(world),
        ...receptionPoints(world),
        ...essentialServices(world),
        ...shelteredWork(world),
      ]),
    },
    { name: 'demonstration_action_sociale.csv', content: tidyFile(socialAction(world)) },
    { name: 'demonstration_projets.csv', content: tidyFile(projectFigures(world)) },
  ];
}
