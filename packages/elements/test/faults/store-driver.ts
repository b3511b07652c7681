/** Drives the store without the widget; a page can have several databases. */
import { ReflectionStore } from '../../src/reflection-prompt/store/reflection-store.js';
import type { Reflection } from '../../src/reflection-prompt/model/reflection.js';
import { serve, type Driver } from './page.js';

function open(name: string): Driver {
  const store = new ReflectionStore({
    indexedDB,
    locks: navigator.locks,
    channel: new BroadcastChannel(name),
    now: () => Date.now(),
    name,
    // Iterations are tested elsewhere.
    iterations: 10,
  });
  /** The listed reflections by text. Changes are based on them, whatever another tab has done since. */
  const listed = new Map<string, Reflection>();
  const save = async (text: string, base?: Reflection): Promise<string> => {
    const draft = { id: base?.id ?? crypto.randomUUID(), promptId: 'p', prompt: 'What did you notice?', text };
    const result = await store.save(draft, base?.version ?? 0);
    if (typeof result === 'string') return result;
    listed.set(text, result);
    return 'saved';
  };
  return {
    async list() {
      const { reflections, damaged } = await store.list();
      listed.clear();
      for (const reflection of reflections) listed.set(reflection.text, reflection);
      return { state: store.state, texts: [...listed.keys()], damaged };
    },
    add: (text) => save(text),
    change: (from, to) => save(to, listed.get(from)),
    remove: async (text) => {
      const base = listed.get(text);
      return base ? store.remove(base.id, base.version) : 'conflict';
    },
    clear: () => store.clear(),
    unlock: (password) => store.unlock(password),
    setPassword: (current, next) => store.setPassword(current, next),
  };
}

serve(open);
