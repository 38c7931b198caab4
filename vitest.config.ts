import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // The machine has two cores, and every story has a database of its own.
    maxWorkers: 2,
    projects: [
      'test/miniprogram/vitest.config.ts',
      {
        test: {
          name: 'server',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/miniprogram/**'],
          globalSetup: ['test/postgres.ts'],
          // Five thousand rows on a busy machine; a time-out here is no measure of speed.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
