/**
 * What a page needs for its first paint, written into the HTML. The feature that owns the pages provides this token;
 * without it the browser asks the API.
 */
export abstract class PageDataProvider {
  /**
   * `path` and `query` as in the browser's address bar. `key` is the address of the API that would give the same data,
   * `json` its body. null for a page that needs none.
   */
  abstract find(path: string, query: URLSearchParams): Promise<{ key: string; json: string } | null>;
}
