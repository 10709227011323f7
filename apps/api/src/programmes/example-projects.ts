import { z } from 'zod';
import examples from '../../catalogue/projects/examples.json';
import { type ShippedProject, shippedProject } from './project-definition';

const file = z.strictObject({ version: z.literal(1), projects: z.array(shippedProject) });

/** The library of inspiring examples: what is told of them, with who tells it. */
export const exampleProjects = (): ShippedProject[] => file.parse(examples).projects;
