import { measure, measureOptions, type Sample } from '@havenkit/embed/builder';
import type { MeasureRequest, MeasureResponse } from './message.js';
import { pretendPointer, type Pointer } from './pointer.js';

type Widget = HTMLElement & { config?: object; updateComplete: Promise<unknown> };

/** Few enough that a person can type in the page around this one. */
const batch = 12;

/** A newer request ends an older one, whose answer nobody needs. */
let current = new AbortController();

interface Measured {
  readonly samples: readonly Sample[];
  /** Whether another pointer may need another height. */
  readonly dependsOnPointer: boolean;
}

async function measuredWith(
  pointer: Pointer,
  { widget, configuration, font }: MeasureRequest,
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
  const samples = await measure({ ...options, batch, signal });
  return { samples, dependsOnPointer: isUsed() };
}

async function answer(request: MeasureRequest, signal: AbortSignal): Promise<void> {
  document.documentElement.lang = request.language;
  try {
    const mouse = await measuredWith('fine', request, signal);
    const touch = mouse.dependsOnPointer ? await measuredWith('coarse', request, signal) : mouse;
    const response: MeasureResponse = { key: request.key, room: { mouse: mouse.samples, touch: touch.samples } };
    // A page that was opened from a file has no origin to name. The answer says only heights.
    parent.postMessage(response, '*');
  } catch (error) {
    if (error !== signal.reason) throw error;
  }
}

addEventListener('message', ({ source, origin, data }: MessageEvent<MeasureRequest>) => {
  // Another site may frame this page. The origin of a file is the text "null", and so is its own.
  if (source !== parent || source === window || origin !== self.origin) return;
  current.abort();
  current = new AbortController();
  void answer(data, current.signal);
});

parent.postMessage({ isReady: true } satisfies MeasureResponse, '*');
