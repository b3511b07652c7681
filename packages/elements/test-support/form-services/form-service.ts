/** Flat fields, or parsed JSON, as a service has kept them. */
export type Stored = Readonly<Record<string, unknown>>;

/** What pages of other origins may do with a service (Fetch standard, "CORS protocol"). */
export interface Sharing {
  /** Which origins may read answers: any (`*`), the one that asks (named back to it), or none. */
  readonly origin: '*' | 'echo' | 'none';
  /** Headers that a preflight allows. */
  readonly headers: string;
}

export interface FormService {
  /** An address as its owner would copy it. */
  readonly endpoint: string;
  /** The configuration's `fields`, where the service cannot do without. */
  readonly fields: Readonly<Record<string, string>>;
  readonly sharing: Sharing;
  readonly answer: (request: Request) => Promise<Response>;
  /** All that it has kept, in order. */
  readonly stored: Stored[];
  /** What it does with the next requests, one after another, in the place of its usual; each service says what it knows. */
  readonly next: string[];
}

interface Definition extends Pick<FormService, 'endpoint' | 'sharing'> {
  readonly fields?: Readonly<Record<string, string>>;
  readonly handle: (request: Request, keep: (stored: Stored) => void, trap: string | undefined) => Promise<Response>;
}

export const define =
  ({ handle, fields = {}, ...known }: Definition) =>
  (): FormService => {
    const stored: Stored[] = [];
    const next: string[] = [];
    return {
      ...known,
      fields,
      stored,
      next,
      answer: (request) => handle(request, (kept) => stored.push(kept), next.shift()),
    };
  };

export const answer = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

/** A page with everything in it that must never come alive in a message. */
export const htmlPage = (status: number, title: string, text = ''): Response =>
  new Response(
    `<!doctype html><html lang="en"><head><title>${title}</title><style>p{color:red}</style></head><body><h1>${title}</h1><p>${text}</p><script>alert(1)</script></body></html>`,
    { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } },
  );

/** Media type of a body, without its parameters. */
export const mediaType = ({ headers }: Request): string =>
  (headers.get('Content-Type') ?? '').replace(/;.*/s, '').trim().toLowerCase();

/** Flat fields of a form; `undefined` for any other body. */
export async function formFields(request: Request): Promise<Record<string, string> | undefined> {
  return /^(multipart\/form-data|application\/x-www-form-urlencoded)$/.test(mediaType(request))
    ? Object.fromEntries([...(await request.formData())].map(([name, value]) => [name, value as string]))
    : undefined;
}

/** Flat fields of a form or of a JSON object, as most services take both. */
export const anyFields = async (request: Request): Promise<Record<string, string>> =>
  (await formFields(request)) ?? ((await request.json()) as Record<string, string>);

/** What HTML's e-mail field takes without an international address; more or less is assumed of every service. */
export const isEmail = (text: string): boolean => /^[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(\.[\w-]+)*$/.test(text);

export const wantsJson = ({ headers }: Request): boolean => !!headers.get('Accept')?.includes('application/json');
