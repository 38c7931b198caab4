import { defineConfig } from 'vitest/config';

const RULES = ['access', 'bot/talks', 'cases', 'import', 'law', 'reminders', 'storage', 'stories'].map(
  (folder) => `test/${folder}/**/*.test.ts`,
);

export default defineConfig({
  test: {
    // The machine has two cores, and every story has a database of its own.
    maxWorkers: 2,
    projects: [
      'test/miniprogram/vitest.config.ts',
      {
        test: {
          name: 'rules',
          include: RULES,
          // Rules and stories keep nothing between files but what they have read: a worker loads the server once.
          isolate: false,
          globalSetup: ['test/postgres.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'server',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/miniprogram/**', ...RULES],
          globalSetup: ['test/postgres.ts'],
          // Five thousand rows on a busy machine; a time-out here is no measure of speed.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
