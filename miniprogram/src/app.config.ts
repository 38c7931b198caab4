import { MAIN_PAGES, SUB_PACKAGES } from './routes';

export default defineAppConfig({
  pages: MAIN_PAGES,
  // WeChat refuses a sub-package without pages.
  subPackages: Object.entries(SUB_PACKAGES)
    .filter(([, pages]) => pages.length > 0)
    .map(([root, pages]) => ({ root, pages })),
  window: {
    navigationBarTitleText: '执前通',
    navigationBarBackgroundColor: '#0f4c5c',
    navigationBarTextStyle: 'white',
    backgroundColor: '#f4f7f8',
    backgroundTextStyle: 'dark',
  },
  lazyCodeLoading: 'requiredComponents',
  // A page that slides away for 300 ms still takes taps meant for the one below it.
  ...(process.env.TARO_ENV === 'h5' ? { animation: false } : {}),
  // A place chosen by hand on a map, for a tip; where somebody is himself is never asked.
  ...(process.env.TARO_ENV === 'weapp' ? { requiredPrivateInfos: ['chooseLocation'] } : {}),
  sitemapLocation: 'sitemap.json',
});
