import { defineConfig } from '@playwright/test';
import config from './playwright.config.js';

/** Tests in other projects, which they install from npm: `npm run test:outside`. They take minutes, and are not in `npm test`. */
export default defineConfig(config, {
  testMatch: ['packages/*/test/**/*.outside.ts'],
  outputDir: 'reports/outside',
  reporter: 'list',
  workers: 1,
  fullyParallel: false,
  timeout: 300_000,
  // What is missing fails sooner. On a busy machine, an editor takes a while to open.
  use: { ...config.use, actionTimeout: 90_000 },
});
