/**
 * What a test page does with reflections, each text in a database of its own name. To drive the widget instead of the bare
 * store, `open` has to put one on the page, and each method to press its buttons and to give what it shows.
 */
import { ReflectionStore } from '../../src/reflection-prompt/store/reflection-store.js';
import type { Reflection } from '../../src/reflection-prompt/model/reflection.js';
import { serve, type Desk } from './page.js';

function open(name: string): Desk {
  const store = new ReflectionStore({
    indexedDB,
    locks: navigator.locks,
    channel: new BroadcastChannel(name),
    now: () => Date.now(),
    name,
    // Rounds are tested elsewhere.
    iterations: 10,
  });
  /** What this tab has seen, by its text: changes build on it, whatever another tab has done since. */
  const seen = new Map<string, Reflection>();
  const save = async (text: string, known?: Reflection): Promise<string> => {
    const draft = { id: known?.id ?? crypto.randomUUID(), promptId: 'p', prompt: 'What did you notice?', text };
    const result = await store.save(draft, known?.version ?? 0);
    if (typeof result === 'string') return result;
    seen.set(text, result);
    return 'saved';
  };
  return {
    async list() {
      const { reflections, damaged } = await store.list();
      seen.clear();
      for (const reflection of reflections) seen.set(reflection.text, reflection);
      return { state: store.state, texts: [...seen.keys()], damaged };
    },
    add: (text) => save(text),
    change: (from, to) => save(to, seen.get(from)),
    remove: async (text) => {
      const known = seen.get(text);
      return known ? store.remove(known.id, known.version) : 'conflict';
    },
    clear: () => store.clear(),
    unlock: (passphrase) => store.unlock(passphrase),
    setPassphrase: (current, next) => store.setPassphrase(current, next),
  };
}

serve(open);
