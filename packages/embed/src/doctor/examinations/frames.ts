import { frameRequest } from '../../check/frame-request.js';
import type { PageElement } from '../../check/page.js';
import { formProblems } from '../../form-problems.js';
import { isMessage, message } from '../../frame/messages.js';
import { readConfiguration, sentence } from '../../problems.js';
import { broken, risk, type Finding } from '../finding.js';
import { shownAddress, type Scene } from '../scene.js';

/** Milliseconds in which a frame that has loaded answers. */
const patience = 1500;

/** What is wrong with framed widgets. */
export async function examineFrames(scene: Scene): Promise<Finding[]> {
  return (await Promise.all(scene.embeds.frames.map((frame) => examineFrame(scene, frame)))).flat();
}

async function examineFrame(scene: Scene, frame: PageElement): Promise<Finding[]> {
  const { page, embeds } = scene;
  const node = page.nodes.get(frame) as HTMLIFrameElement;
  const { url, request } = frameRequest(page, frame);
  const findings: Finding[] = [];
  const isScripted =
    !node.sandbox.length && !node.hasAttribute('sandbox') ? true : node.sandbox.contains('allow-scripts');
  if (!isScripted) findings.push(broken((texts) => texts.frameWithoutScripts()));
  if (!node.title.trim()) findings.push(risk((texts) => texts.frameWithoutTitle()));
  if (!embeds.scripts.some(({ file }) => file.startsWith('frame-host')))
    findings.push(risk((texts) => texts.frameWithoutHost()));
  if (typeof request === 'string') findings.push(broken((texts) => texts.frameWithoutWidget()));
  else findings.push(...examineRequest(scene, request));
  const mayWait = node.loading === 'lazy' && node.getBoundingClientRect().top > 2 * innerHeight;
  if (isScripted && url && !mayWait && !(await answers(node)))
    findings.push(broken((texts) => texts.silentFrame(shownAddress(url))));
  return findings;
}

function examineRequest(
  { fallbacks }: Scene,
  { widget, settings }: Exclude<ReturnType<typeof frameRequest>['request'], string>,
): Finding[] {
  const fallback = fallbacks[widget];
  const problems = fallback
    ? readConfiguration({ widget, configuration: settings, fallback, language: 'en', page: document.baseURI }).problems
    : [];
  return [...problems, ...formProblems({ form: 'frame', configuration: settings })].map((problem) =>
    (problem.severe ? broken : risk)((texts) => texts.setting(`haven-${widget}`, problem.path, problem.severe), {
      detail: sentence(problem),
    }),
  );
}

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
