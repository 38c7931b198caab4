import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** The pages under vitest: their H5 elements in jsdom, and a small stand-in for Taro's own functions. */
export default defineConfig({
  resolve: {
    extensions: ['.h5.tsx', '.h5.ts', '.tsx', '.ts', '.mjs', '.js', '.json'],
    alias: { '@tarojs/taro': join(import.meta.dirname, 'taro.ts') },
  },
  define: { CLOUD_ENV: '""', API_BASE: 'globalThis.apiBase' },
  test: {
    name: 'miniprogram',
    include: ['**/*.test.{ts,tsx}'],
    environment: 'jsdom',
    setupFiles: [join(import.meta.dirname, 'tab.ts')],
    testTimeout: 30_000,
    hookTimeout: 480_000,
  },
});
