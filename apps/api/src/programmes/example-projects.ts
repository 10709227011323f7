import { z } from 'zod';
import examples from '../../catalogue/projects/examples.json';
import { type GivenProject, givenProject } from './project-definition';

const file = z.strictObject({ version: z.literal(1), projects: z.array(givenProject) });

/** The library of inspiring examples: what is told of them, with who tells it. */
export const exampleProjects = (): GivenProject[] => file.parse(examples).projects;
