// What draws effects has a door of its own, opened when one is explored: other charts need not wait for it.
export { effectDrawing } from '@sillage/indicators/figure';
