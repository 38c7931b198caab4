import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** The pages under vitest: their H5 elements in jsdom, and a small stand-in for Taro's own functions. */
export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  resolve: {
    extensions: ['.h5.tsx', '.h5.ts', '.tsx', '.ts', '.mjs', '.js', '.json'],
    alias: { '@tarojs/taro': join(import.meta.dirname, 'taro.ts') },
  },
  define: { CLOUD_ENV: '""', API_BASE: 'globalThis.apiBase' },
  test: {
    name: 'miniprogram',
    include: ['test/miniprogram/**/*.test.{ts,tsx}'],
    environment: 'jsdom',
    setupFiles: ['test/miniprogram/tab.ts'],
    testTimeout: 30_000,
    hookTimeout: 240_000,
  },
});
