/** What the test asks a page to do, in the words of somebody at the widget. Everything else gives the outcome shown. */
export interface Desk {
  list(): Promise<{ readonly state: string; readonly texts: readonly string[]; readonly damaged: number }>;
  add(text: string): Promise<string>;
  /** Changes one that this tab has seen as `from`. */
  change(from: string, to: string): Promise<string>;
  remove(text: string): Promise<string>;
  clear(): Promise<string>;
  unlock(passphrase: string): Promise<string>;
  setPassphrase(current: string, next: string): Promise<string>;
}

/** One thing to do: a method of the desk of one database, with what it is given. */
export interface Command {
  readonly id: number;
  readonly database: string;
  readonly method: keyof Desk | 'reload' | 'deleteDatabase';
  readonly given: readonly string[];
}

/** Takes commands from the server that this page came from, and sends it the results. */
export function serve(open: (database: string) => Desk): void {
  const desks = new Map<string, Desk>();
  let results: unknown[] = [];
  let sending = false;
  const send = async (): Promise<void> => {
    if (sending) return;
    sending = true;
    while (results.length) {
      const body = JSON.stringify(results);
      results = [];
      await fetch(`/results${location.search}`, { method: 'POST', body });
    }
    sending = false;
  };
  const run = async ({ id, database, method, given }: Command): Promise<void> => {
    // A tab that ends without a word.
    if (method === 'reload') return location.reload();
    let result: unknown;
    try {
      if (method === 'deleteDatabase')
        result = await new Promise((resolve) => {
          // As a browser or another script of the page does it.
          const request = indexedDB.deleteDatabase(database);
          request.onsuccess = () => resolve('done');
          request.onerror = () => resolve('failed');
        });
      else {
        const desk = desks.get(database) ?? open(database);
        desks.set(database, desk);
        result = await (desk[method] as (...given: readonly string[]) => Promise<unknown>)(...given);
      }
    } catch (error) {
      result = `thrown: ${String(error)}`;
    }
    results.push({ id, result });
    await send();
  };
  new EventSource(`/commands${location.search}`).onmessage = ({ data }) =>
    void run(JSON.parse(data as string) as Command);
}
