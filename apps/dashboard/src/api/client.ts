/** What the API refused, worded for a reader by the server. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string | null,
  ) {
    super(title);
  }
}

interface ProblemBody {
  title?: string;
  detail?: string;
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const body: ProblemBody = await response.json().catch(() => ({}));
  return new ApiProblem(response.status, body.title ?? '', body.detail ?? null);
}

export async function read<T>(address: string, signal?: AbortSignal): Promise<T> {
  const response = await fetch(address, { headers: { accept: 'application/json' }, signal: signal ?? null });
  if (!response.ok) throw await problemOf(response);
  return response.json();
}

export async function send<T>(method: 'POST' | 'PUT', address: string, body?: unknown): Promise<T | null> {
  const response = await fetch(address, {
    method,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
  });
  if (!response.ok) throw await problemOf(response);
  const text = await response.text();
  return text === '' ? null : JSON.parse(text);
}

/** The data that the server wrote into the page for its first paint, once: a later visit asks again. */
export function takeInlined<T>(address: string): T | null {
  const element = document.getElementById('page-data');
  if (!element || element.dataset['key'] !== address) return null;
  element.remove();
  try {
    return JSON.parse(element.textContent ?? '');
  } catch {
    return null;
  }
}
