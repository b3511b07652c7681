import { measure, measureOptions, type Sample } from '@havenkit/embed/snippets';
import { ownOrigin } from '../embed-builder/own-origin.js';
import type { MeasureRequest, MeasureResponse } from './message.js';
import { pretendPointer, type Pointer } from './pointer.js';

type Widget = HTMLElement & { config?: object; updateComplete: Promise<unknown> };

/** Few enough that a person can type in the page around this one. */
const batch = 12;

const send = (response: MeasureResponse): void => parent.postMessage(response, ownOrigin);

/** A newer request ends an older one, whose answer nobody needs. */
let current = new AbortController();

interface Measured {
  readonly samples: readonly Sample[];
  /** Whether another pointer may need another height. */
  readonly dependsOnPointer: boolean;
}

async function measuredWith(
  pointer: Pointer,
  { key, widget, configuration, font }: MeasureRequest,
  signal: AbortSignal,
): Promise<Measured> {
  const options = measureOptions(widget, configuration, font);
  const element = document.createElement(options.tag) as Widget;
  for (const [name, value] of Object.entries(options.attributes)) element.setAttribute(name, value);
  element.config = options.config;
  document.body.replaceChildren(element);
  await element.updateComplete;
  const isUsed = pretendPointer(pointer, element);
  element.remove();
  // With a mouse, and then for touch.
  const done = pointer === 'fine' ? 0 : 0.5;
  const progress = (share: number): void => send({ key, progress: done + share / 2 });
  const samples = await measure({ ...options, batch, progress, signal });
  return { samples, dependsOnPointer: isUsed() };
}

async function answer(request: MeasureRequest, signal: AbortSignal): Promise<void> {
  document.documentElement.lang = request.language;
  try {
    const mouse = await measuredWith('fine', request, signal);
    const touch = mouse.dependsOnPointer ? await measuredWith('coarse', request, signal) : mouse;
    send({ key: request.key, room: { mouse: mouse.samples, touch: touch.samples } });
  } catch (error) {
    if (error === signal.reason) return;
    send({ key: request.key, hasFailed: true });
    throw error;
  }
}

addEventListener('message', ({ source, origin, data }: MessageEvent<MeasureRequest>) => {
  // Another site may frame this page. The origin of a file is the text "null", and so is its own.
  if (source !== parent || source === window || origin !== self.origin) return;
  current.abort();
  current = new AbortController();
  void answer(data, current.signal);
});

send({ isReady: true });
