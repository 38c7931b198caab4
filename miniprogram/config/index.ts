import { resolve } from 'node:path';
import type { IH5Config } from '@tarojs/taro/types/compile/config';

const target = process.env.TARO_ENV === 'h5' ? 'h5' : 'weapp';
// build.ts builds beside the last good build, and swaps them once the new one is good.
const outputRoot = `dist/${target}.new`;

/** Taro transpiles only `src` by itself; `shared/` and zod would otherwise ship newer syntax than phones read. */
const compile = {
  include: [
    resolve(__dirname, '../../shared'),
    /node_modules[\\/](zod|query-string|filter-obj|split-on-first|decode-uri-component)[\\/]/,
  ],
};

/** Sizes are `em` under one class, so nothing is rescaled by the width of the screen. */
const postcss = {
  pxtransform: { enable: false },
  cssModules: { enable: false },
  // Our H5 elements are HTML, so `input` in a style sheet means `input`.
  htmltransform: { enable: false },
};

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

const ALL_LOCALES = /zod[\\/]v4[\\/]locales[\\/]index\.js$/;

/** zod hangs its forty languages (400 kB) on its namespace; `shared/zod.ts` imports the one that is spoken. */
const webpackChain: NonNullable<IH5Config['webpackChain']> = (chain, webpack) => {
  chain.module
    .rule('jsx')
    .test(/\.tsx$/)
    .pre()
    .use('jsx')
    .loader(resolve(__dirname, 'jsx-loader.js'));
  chain
    .plugin('one-language')
    .use(webpack.NormalModuleReplacementPlugin, [ALL_LOCALES, resolve(__dirname, 'empty.js')]);
};

/** What several pages share is loaded once; Taro by itself puts a copy into each. */
const sharedChunks: typeof webpackChain = (chain, webpack) => {
  webpackChain(chain, webpack);
  chain.optimization.merge({ splitChunks: { chunks: 'all', minSize: 8_000 } });
};

export default {
  projectName: 'zhiqian',
  date: '2026-01-01',
  designWidth: 375,
  deviceRatio: { 375: 2 },
  sourceRoot: 'src',
  outputRoot,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  // webpack follows no import out of app.config.ts: without this a warm build leaves a new page out.
  cache: { enable: true, buildDependencies: { routes: [resolve(__dirname, '../src/routes.ts')] } },
  plugins: [
    ['@tarojs/plugin-inject', { components: Object.fromEntries(speaking.map((name) => [name, spoken])) }],
  ],
  /** Read at build time: the cloud environment of the court, or the address of its server. */
  defineConstants: {
    CLOUD_ENV: JSON.stringify(process.env.ZHIQIAN_CLOUD_ENV ?? ''),
    API_BASE: JSON.stringify(
      target === 'h5' ? '' : (process.env.ZHIQIAN_PUBLIC_URL ?? 'http://127.0.0.1:8620'),
    ),
  },
  copy: {
    patterns: target === 'weapp' ? [{ from: 'src/sitemap.json', to: `${outputRoot}/sitemap.json` }] : [],
    options: {},
  },
  mini: { compile, postcss, webpackChain, enableSourceMap: false, optimizeMainPackage: { enable: true } },
  h5: {
    webpackChain: sharedChunks,
    compile,
    postcss,
    enableSourceMap: false,
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'chunk/[name].[contenthash:8].js' },
  },
};
