export * from './indicator';
export * from './measure';
export * from './period';
export * from './territory';
export * from './wording/jobs/en';
export * from './wording/jobs/fr';
