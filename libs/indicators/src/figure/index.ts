// The browser's door: what draws and words a figure, nothing of what computes it.
export * from './area-table';
export * from './facts';
export * from './figure';
export * from './map';
export * from './map-option';
export * from './ranking';
export * from './ranking-option';
export * from './small-drawings';
export * from './text-width';
export * from './tokens';
export * from './trend';
export * from './trend-layout';
export * from './trend-option';
