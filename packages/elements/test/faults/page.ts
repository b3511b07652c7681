/** Actions of a test page, named after those of the widget. Except for `list`, each returns the outcome that is shown. */
export interface Desk {
  list(): Promise<{ readonly state: string; readonly texts: readonly string[]; readonly damaged: number }>;
  add(text: string): Promise<string>;
  /** Changes a reflection whose text in this tab is `from`. */
  change(from: string, to: string): Promise<string>;
  remove(text: string): Promise<string>;
  clear(): Promise<string>;
  unlock(passphrase: string): Promise<string>;
  setPassphrase(current: string, next: string): Promise<string>;
}

/** A call of a desk's method, for one database. */
export interface Command {
  readonly id: number;
  readonly database: string;
  readonly method: keyof Desk | 'reload' | 'deleteDatabase';
  readonly parameters: readonly string[];
}

/** Runs commands from the page's server, and sends the results back. */
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
  const run = async ({ id, database, method, parameters }: Command): Promise<void> => {
    // The page ends without a result.
    if (method === 'reload') return location.reload();
    let result: unknown;
    try {
      if (method === 'deleteDatabase')
        result = await new Promise((resolve) => {
          // As a browser or another script on the page would delete it.
          const request = indexedDB.deleteDatabase(database);
          request.onsuccess = () => resolve('done');
          request.onerror = () => resolve('failed');
        });
      else {
        const desk = desks.get(database) ?? open(database);
        desks.set(database, desk);
        result = await (desk[method] as (...parameters: readonly string[]) => Promise<unknown>)(...parameters);
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
