import { language } from '../text/language';
import { send } from './client';
import type { components } from './schema';

type Schemas = components['schemas'];

export type PullList = Schemas['PullsDto_Output'];
export type Pull = PullList['pulls'][number];
export type PullSettings = Schemas['NewPullDto'];

const address = (path = ''): string => `/api/v1/import-pulls${path}?lang=${language.value}`;

export const pullsAddress = (): string => address();

export const savePull = (id: number | null, settings: PullSettings): Promise<unknown> =>
  id === null ? send('POST', address(), settings) : send('PATCH', address(`/${id}`), settings);

export const removePull = (id: number): Promise<unknown> => send('DELETE', address(`/${id}`));
export const runPull = (id: number): Promise<unknown> => send('POST', address(`/${id}/run`));
