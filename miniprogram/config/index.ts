import { resolve } from 'node:path';

const target = process.env.TARO_ENV === 'h5' ? 'h5' : 'weapp';

/** Taro transpiles only `src` by itself; `shared/` and zod would otherwise ship newer syntax than phones read. */
const compile = {
  include: [resolve(__dirname, '../../shared'), /node_modules[\\/]zod[\\/]/],
};

/** Sizes are `em` under one class, so nothing is rescaled by the width of the screen. */
const postcss = { pxtransform: { enable: false }, cssModules: { enable: false } };

/** WeChat reads aloud what these attributes say; Taro's templates leave them out. */
const spoken = {
  'aria-role': '',
  'aria-label': '',
  'aria-hidden': '',
  'aria-live': '',
  'aria-checked': '',
  'aria-disabled': '',
};
const speaking = ['View', 'Text', 'Button', 'Input', 'Textarea', 'Picker', 'Image'];

interface Chain {
  module: { rule(name: string): { test(p: RegExp): { pre(): { use(n: string): { loader(l: string): void } } } } };
}

function webpackChain(chain: Chain): void {
  chain.module.rule('jsx').test(/\.tsx$/).pre().use('jsx').loader(resolve(__dirname, 'jsx-loader.js'));
}

export default {
  projectName: 'zhiqian',
  date: '2026-01-01',
  designWidth: 375,
  deviceRatio: { 375: 2 },
  sourceRoot: 'src',
  outputRoot: `dist/${target}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: true },
  plugins: [
    [
      '@tarojs/plugin-inject',
      { components: Object.fromEntries(speaking.map((name) => [name, spoken])) },
    ],
  ],
  /** Read at build time: the cloud environment of the court, or the address of its server. */
  defineConstants: {
    CLOUD_ENV: JSON.stringify(process.env.ZHIQIAN_CLOUD_ENV ?? ''),
    API_BASE: JSON.stringify(
      target === 'h5' ? '' : (process.env.ZHIQIAN_PUBLIC_URL ?? 'http://127.0.0.1:8620'),
    ),
  },
  copy: {
    patterns: target === 'weapp' ? [{ from: 'src/sitemap.json', to: 'dist/weapp/sitemap.json' }] : [],
    options: {},
  },
  mini: { compile, postcss, webpackChain, enableSourceMap: false, optimizeMainPackage: { enable: true } },
  h5: {
    webpackChain,
    compile,
    postcss,
    enableSourceMap: false,
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'chunk/[name].[contenthash:8].js' },
  },
};
