import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import './design-system.css';

const meta: Meta = {
  title: 'Design system/Pictures',
  // The pictures follow the language and the color scheme of the toolbar.
  parameters: { controls: { disable: true } },
};
export default meta;

/** URLs of the pictures by path, as `npm run pictures` names them: `<widget>-<state>-<width>-<scheme>-<lang>.webp`. */
const pictures = import.meta.glob<string>('../docs/images/*-*-*-*.webp', {
  eager: true,
  query: '?url',
  import: 'default',
});

/** Every main state of a widget, on a phone and on a laptop. */
const statesOf = (widget: string): StoryObj => ({
  render: (_args, { globals }) => {
    const ending = new RegExp(`/${widget}-([a-z-]+)-(\\d+)-${globals['scheme']}-${globals['lang']}\\.webp$`);
    const shown = Object.entries(pictures).flatMap(([path, url]) => {
      const [, state, width] = ending.exec(path) ?? [];
      return state && width ? [{ url, state: state.replaceAll('-', ' '), width: Number(width) }] : [];
    });
    return html`
      <div class="haven-native pictures">
        ${shown.map(
          ({ url, state, width }) => html`
            <figure>
              <img src=${url} width=${width} loading="lazy" alt="" />
              <figcaption>${state}, ${width} px wide</figcaption>
            </figure>
          `,
        )}
        ${shown.length ? '' : html`<p>There are no pictures in this language. Take them: <code>npm run pictures</code></p>`}
      </div>
    `;
  },
});

export const CircleDiagram = statesOf('circle-diagram');
export const ContactCard = statesOf('contact-card');
export const ReflectionPrompt = statesOf('reflection-prompt');
export const SignupForm = statesOf('sign-up-form');
