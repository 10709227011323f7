/** `pointer` is a JSON pointer into what was sent, or names a line of a file. */
export interface Fault {
  readonly pointer: string;
  readonly detail: string;
}

/** What the API refused, worded for a reader by the server. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string | null,
    /** What to mend, each with the place where it stands in what was sent. */
    readonly errors: readonly Fault[] = [],
  ) {
    super(title);
  }
}

interface ProblemBody {
  title?: string;
  detail?: string;
  errors?: readonly Fault[];
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const body: ProblemBody = await response.json().catch(() => ({}));
  return new ApiProblem(response.status, body.title ?? '', body.detail ?? null, body.errors);
}

export async function read<T>(address: string, signal?: AbortSignal): Promise<T> {
  const response = await fetch(address, { headers: { accept: 'application/json' }, signal: signal ?? null });
  if (!response.ok) throw await problemOf(response);
  return response.json();
}

export async function send<T>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  address: string,
  body?: unknown,
): Promise<T | null> {
  const isForm = body instanceof FormData;
  const response = await fetch(address, {
    method,
    headers: body === undefined || isForm ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? null : isForm ? body : JSON.stringify(body),
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
