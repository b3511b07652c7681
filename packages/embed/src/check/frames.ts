import { connections } from '../connections.js';
import { checkFrameConfiguration } from './configuration.js';
import { allows, blockingDirective, parsePolicies } from './content-security-policy.js';
import type { Embeds } from './embeds.js';
import type { FetchFile } from './fetch-file.js';
import { failure, warning, type Diagnostic } from './diagnostic.js';
import { frameLacks, frameRequest, type FrameNeed } from './frame-request.js';
import { resolve, type Page, type PageElement } from './page.js';

/** What follows from what a frame lacks. */
const lacking: Readonly<Record<FrameNeed, (line: number | undefined) => Diagnostic>> = {
  scripts: (line) => failure(line, 'The frame may not run scripts.', 'Add allow-scripts to its sandbox attribute.'),
  title: (line) =>
    warning(line, 'The frame has no title, so a screen reader says only "frame".', 'Add a title attribute.'),
  host: (line) =>
    warning(
      line,
      'The frame keeps its height, because frame-host.js is not on the page.',
      'Give it enough height, or add the script.',
    ),
};

/** What is wrong with a framed widget. */
export async function checkFrame(
  page: Page,
  frame: PageElement,
  embeds: Embeds,
  fetchFile: FetchFile,
): Promise<Diagnostic[]> {
  const { line, attributes } = frame;
  const findings = await checkFrameConfiguration(page, frame);
  const url = resolve(page, attributes.get('src'));
  findings.push(...frameLacks(frame, embeds).map((need) => lacking[need](line)));
  if (!url)
    return [
      ...findings,
      warning(line, 'The address of the frame was not checked.', "Name the page's address with --page."),
    ];
  return [...findings, ...(await checkResponse(page, frame, url, fetchFile))];
}

async function checkResponse(page: Page, frame: PageElement, url: URL, fetchFile: FetchFile): Promise<Diagnostic[]> {
  const { line } = frame;
  try {
    const { status, headers } = await fetchFile(new URL(url.href.replace(/#.*/s, '')));
    if (status !== 200)
      return [failure(line, `The frame's page is missing: the server answers ${status}.`, 'Check the address.')];
    const findings: Diagnostic[] = [];
    if (!/^text\/html\b/i.test(headers.get('content-type') ?? ''))
      findings.push(
        failure(
          line,
          `${url.host} does not serve frame.html as a page.`,
          'Use a server of your own: npm mirrors send pages as text.',
        ),
      );
    if (isRefused(page, url, headers))
      findings.push(
        failure(
          line,
          `${url.host} does not let this page frame it.`,
          'Remove its X-Frame-Options header, and allow the page in frame-ancestors.',
        ),
      );
    const { request } = frameRequest(page, frame);
    const { endpoint } = connections(typeof request === 'object' ? request.settings : {});
    const target = endpoint === undefined ? null : URL.parse(endpoint, url);
    for (const policy of parsePolicies(headers.get('content-security-policy') ?? '')) {
      const blockedBy = target && blockingDirective(policy, 'connect-src', { url: target }, url);
      if (blockedBy)
        findings.push(
          failure(
            line,
            `The Content Security Policy that ${url.host} sends with the frame blocks sign-ups (${target.origin}).`,
            `Add ${target.origin} to ${blockedBy}.`,
          ),
        );
    }
    return findings;
  } catch (error) {
    return [failure(line, `The frame cannot be loaded: ${(error as Error).message}.`, 'Check the address.')];
  }
}

/** X-Frame-Options (RFC 7034) counts only without `frame-ancestors` (CSP Level 3, section 6.4.2). */
function isRefused({ url: page }: Page, frame: URL, headers: Headers): boolean {
  const ancestors = parsePolicies(headers.get('content-security-policy') ?? '').flatMap(
    (policy) => policy.get('frame-ancestors') ?? [],
  );
  if (ancestors.length) {
    const policy = new Map([['frame-src', ancestors]]);
    return page !== undefined && !allows(policy, 'frame-src', { url: page }, frame);
  }
  const option = headers.get('x-frame-options')?.toLowerCase();
  return option === 'deny' || (option === 'sameorigin' && page?.origin !== frame.origin);
}
