import type { StorybookConfig } from '@storybook/web-components-vite';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  // For older targets, Vite rewrites light-dark() in a way that needs a color-scheme in the same file.
  viteFinal: (vite) => ({ ...vite, build: { ...vite.build, cssTarget: ['chrome125', 'firefox128', 'safari17.5'] } }),
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
};

export default config;
