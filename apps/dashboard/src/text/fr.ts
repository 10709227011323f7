import { figure } from './figure/fr';
import { frame } from './frame/fr';
import { home } from './home/fr';
import { assistant } from './import-assistant/fr';
import { pulls } from './import-pulls/fr';
import { imports } from './imports/fr';
import { indicator } from './indicator/fr';
import { jobs } from './jobs/fr';
import { legal } from './legal/fr';
import { method } from './method/fr';
import { projectForm } from './project-form/fr';
import { projects } from './projects/fr';
import { territory } from './territory/fr';

export const fr = {
  frame,
  home,
  territory,
  indicator,
  figure,
  imports,
  assistant,
  pulls,
  jobs,
  method,
  legal,
  projects,
  projectForm,
};
