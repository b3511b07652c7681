import type { RawConfiguration } from '@havenkit/elements/foundation';
import { JsonError } from '../json-text.js';
import { parseConfiguration } from '../parse-configuration.js';
import { settingOf, type EmbeddedWidget } from './embeds.js';
import { failure, warning, type Diagnostic } from './diagnostic.js';

/** The settings of a widget from all places, the attributes last. */
export function configurationOf({ element, widget, attributes }: EmbeddedWidget): {
  configuration: RawConfiguration;
  findings: Diagnostic[];
} {
  const configuration: Record<string, unknown> = {};
  const findings: Diagnostic[] = [];
  const read = (json: string, where: string, line: number | undefined): void => {
    try {
      Object.assign(configuration, parseConfiguration(json));
    } catch (error) {
      const { message } = error as Error;
      const below = error instanceof JsonError ? error.line - 1 : 0;
      findings.push(
        failure(
          line === undefined ? undefined : line + below,
          `The JSON in ${where} of ${widget} cannot be read: ${message}.`,
          'Correct it, or copy the snippet again and paste it as plain text into a block for HTML or code.',
        ),
      );
    }
  };
  const script = element.children.find(
    ({ name, attributes }) => name === 'script' && (attributes.get('type') ?? '').endsWith('json'),
  );
  if (script) read(script.text, 'the script element', script.line);
  const config = attributes.get('config');
  if (config) read(config, 'the attribute config', element.line);
  for (const [name, value] of attributes) {
    const setting = settingOf(widget, name);
    if (setting && setting !== 'config') configuration[setting] = value;
  }
  if (JSON.stringify(configuration).includes('\ufffd'))
    findings.push(
      warning(element.line, `${widget}: letters are shown as \ufffd.`, 'Save the page as UTF-8, and write them again.'),
    );
  return { configuration, findings };
}
