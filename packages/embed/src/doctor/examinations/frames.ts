import type { Fallback } from '@havenkit/elements/foundation';
import { frameLacks, frameRequest, requestProblems, type FrameNeed } from '../../check/frame-request.js';
import type { PageElement } from '../../check/page.js';
import { isMessage, message } from '../../frame/messages.js';
import type { FrameRequest } from '../../frame/read-fragment.js';
import { sentence } from '../../problems.js';
import { failure, warning, type Finding } from '../finding.js';
import { shownAddress, type Scene } from '../scene.js';

/** Milliseconds in which a frame that has loaded answers. */
const patience = 1500;

/** What is wrong with framed widgets. */
export async function examineFrames(scene: Scene): Promise<Finding[]> {
  return (await Promise.all(scene.embeds.frames.map((frame) => examineFrame(scene, frame)))).flat();
}

const lacking: Readonly<Record<FrameNeed, Finding>> = {
  scripts: failure((texts) => texts.frameWithoutScripts()),
  title: warning((texts) => texts.frameWithoutTitle()),
  host: warning((texts) => texts.frameWithoutHost()),
};

async function examineFrame({ page, embeds, fallbacks }: Scene, frame: PageElement): Promise<Finding[]> {
  const node = page.nodes.get(frame) as HTMLIFrameElement;
  const { url, request } = frameRequest(page, frame);
  const lacks = frameLacks(frame, embeds);
  const findings = lacks.map((need) => lacking[need]);
  if (typeof request === 'string') findings.push(failure((texts) => texts.frameWithoutWidget()));
  else findings.push(...examineRequest(request, url, fallbacks[request.widget]));
  const mayWait = node.loading === 'lazy' && node.getBoundingClientRect().top > 2 * innerHeight;
  if (!lacks.includes('scripts') && url && !mayWait && !(await answers(node)))
    findings.push(failure((texts) => texts.silentFrame(shownAddress(url))));
  return findings;
}

const examineRequest = (request: FrameRequest, url: URL | null, fallback: Fallback | undefined): Finding[] =>
  (fallback ? requestProblems(request, url, fallback) : []).map((problem) =>
    (problem.severe ? failure : warning)((texts) => texts.setting(request.widget, problem.path, problem.severe), {
      detail: sentence(problem),
    }),
  );

/** Whether a framed page greets back. The message says nothing about the page, so any origin may read it. */
const answers = ({ contentWindow }: HTMLIFrameElement): Promise<boolean> =>
  new Promise((resolve) => {
    const end = (isThere: boolean): void => {
      clearTimeout(timer);
      removeEventListener('message', listen);
      resolve(isThere);
    };
    const listen = ({ data, source }: MessageEvent): void => {
      if (source === contentWindow && (isMessage(data, 'height') || isMessage(data, 'ready'))) end(true);
    };
    const timer = setTimeout(() => end(false), patience);
    addEventListener('message', listen);
    contentWindow?.postMessage(message('hello'), '*');
  });
