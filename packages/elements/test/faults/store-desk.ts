/**
 * The actions of a test page that uses the store without the widget. See widget-desk.ts for the widget.
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
    // The number of iterations is tested elsewhere.
    iterations: 10,
  });
  /** Reflections by text, as last listed in this tab. Changes are based on them, whatever another tab has done since. */
  const listed = new Map<string, Reflection>();
  const save = async (text: string, known?: Reflection): Promise<string> => {
    const draft = { id: known?.id ?? crypto.randomUUID(), promptId: 'p', prompt: 'What did you notice?', text };
    const result = await store.save(draft, known?.version ?? 0);
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
      const known = listed.get(text);
      return known ? store.remove(known.id, known.version) : 'conflict';
    },
    clear: () => store.clear(),
    unlock: (passphrase) => store.unlock(passphrase),
    setPassphrase: (current, next) => store.setPassphrase(current, next),
  };
}

serve(open);
