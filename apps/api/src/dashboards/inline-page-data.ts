import { Injectable } from '@nestjs/common';
import { PageDataProvider } from '../platform/page-data';
import {
  apiAddress,
  homeRequest,
  indicatorRequest,
  methodRequest,
  type PageRequest,
  projectRequest,
  projectsRequest,
  territoryRequest,
} from './page-request';
import { PagesService } from './pages.service';

/** The data of a page inside its HTML: the reader sees the figures without a second question. */
@Injectable()
export class InlinePageData extends PageDataProvider {
  constructor(private readonly pages: PagesService) {
    super();
  }

  async find(path: string, query: URLSearchParams): Promise<{ key: string; json: string } | null> {
    const request = pageOfAddress(path, query);
    if (!request) return null;
    const body = await this.pages.body(request, await this.pages.find(request));
    return { key: apiAddress(request), json: body.toString() };
  }
}

const framed = new Set([
  'indicateurs',
  'territoires',
  'imports',
  'taches',
  'plan-du-site',
  'accessibilite',
  'mentions-legales',
  'donnees-personnelles',
]);

/** From the browser's address bar to the page's data; undefined for pages that have none. */
function pageOfAddress(path: string, parameters: URLSearchParams): PageRequest | undefined {
  const query = Object.fromEntries(parameters);
  const [section = '', first, second, ...more] = path
    .replace(/^\/|\/$/g, '')
    .split('/')
    .map(decodeURIComponent);
  if (more.length > 0) return undefined;
  if (section === '') return homeRequest(query);
  if (section === 'methode' && !first) return methodRequest(query);
  if (section === 'projets') {
    if (!first) return projectsRequest(query);
    // The forms, /projets/nouveau and /projets/:code/modifier, ask for nothing but the frame.
    return first === 'nouveau' || second ? methodRequest(query) : projectRequest(first, query);
  }
  if (section === 'indicateurs' && first && !second) return indicatorRequest(first, query);
  if (section === 'territoires' && first && second) return territoryRequest(first, second, query);
  // The other screens take from the method page whose dashboard it is.
  return framed.has(section) ? methodRequest(query) : undefined;
}
