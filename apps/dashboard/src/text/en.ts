import { figure } from './figure/en';
import { frame } from './frame/en';
import { home } from './home/en';
import { assistant } from './import-assistant/en';
import { pulls } from './import-pulls/en';
import { imports } from './imports/en';
import { indicator } from './indicator/en';
import { jobs } from './jobs/en';
import { legal } from './legal/en';
import { method } from './method/en';
import { projectForm } from './project-form/en';
import { projects } from './projects/en';
import { territory } from './territory/en';
import type { Texts } from './texts';

export const en: Texts = {
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
