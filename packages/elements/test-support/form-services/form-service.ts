/** A stored submission: flat fields or parsed JSON. */
export type Stored = Readonly<Record<string, unknown>>;

/** What pages of other origins may do with a service (Fetch standard, "CORS protocol"). */
export interface Sharing {
  /** Which origins may read responses: any (`*`), the requesting origin (echoed), or none. */
  readonly origin: '*' | 'echo' | 'none';
  /** Headers that a preflight allows. */
  readonly headers: string;
}

export interface FormService {
  /** An endpoint as the site owner would copy it. */
  readonly endpoint: string;
  /** The configuration's `fields`, if the service requires them. */
  readonly fields: Readonly<Record<string, string>>;
  readonly sharing: Sharing;
  readonly respond: (request: Request) => Promise<Response>;
  /** All stored submissions, in order. */
  readonly stored: Stored[];
  /** The traps for the next requests, in order. Each service documents its traps. */
  readonly next: string[];
}

interface Definition extends Pick<FormService, 'endpoint' | 'sharing'> {
  readonly fields?: Readonly<Record<string, string>>;
  readonly handle: (
    request: Request,
    store: (submission: Stored) => void,
    trap: string | undefined,
  ) => Promise<Response>;
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
      respond: (request) => handle(request, (submission) => stored.push(submission), next.shift()),
    };
  };

export const jsonResponse = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

/** A page with markup, styles and a script, none of which may take effect in a message. */
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

/** Flat fields of a form or of a JSON object: most services accept both. */
export const anyFields = async (request: Request): Promise<Record<string, string>> =>
  (await formFields(request)) ?? ((await request.json()) as Record<string, string>);

/** Whether HTML accepts an e-mail address. Assumed of every service. */
export const isEmail = (text: string): boolean => /^[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(\.[\w-]+)*$/.test(text);

export const wantsJson = ({ headers }: Request): boolean => !!headers.get('Accept')?.includes('application/json');
