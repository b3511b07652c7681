/** The operations of a person, which a page performs for the test. All but `list` return the shown outcome. */
export interface Driver {
  list(): Promise<{ readonly state: string; readonly texts: readonly string[]; readonly damaged: number }>;
  add(text: string): Promise<string>;
  /** Changes a reflection that this tab has listed as `from`. */
  change(from: string, to: string): Promise<string>;
  remove(text: string): Promise<string>;
  clear(): Promise<string>;
  unlock(password: string): Promise<string>;
  setPassword(current: string, next: string): Promise<string>;
}

/** One operation: a method of the driver of one database, with its arguments. */
export interface Command {
  readonly id: number;
  readonly database: string;
  readonly method: keyof Driver | 'reload' | 'deleteDatabase';
  readonly args: readonly string[];
}

/** Executes the commands of the page's server, and sends the results back. */
export function serve(open: (database: string) => Driver): void {
  const drivers = new Map<string, Driver>();
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
  const run = async ({ id, database, method, args }: Command): Promise<void> => {
    // The page ends without a result.
    if (method === 'reload') return location.reload();
    let result: unknown;
    try {
      if (method === 'deleteDatabase')
        result = await new Promise((resolve) => {
          // As the browser or another script of the page does.
          const request = indexedDB.deleteDatabase(database);
          request.onsuccess = () => resolve('done');
          request.onerror = () => resolve('failed');
        });
      else {
        const driver = drivers.get(database) ?? open(database);
        drivers.set(database, driver);
        result = await (driver[method] as (...args: readonly string[]) => Promise<unknown>)(...args);
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
