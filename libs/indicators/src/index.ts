export * from './indicator';
export * from './measure';
export * from './period';
export * from './territory';
