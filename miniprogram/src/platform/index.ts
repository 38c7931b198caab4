import Taro from '@tarojs/taro';
import { weappFiles } from './files';
import type { Platform } from './platform';
import { taroStorage } from './storage';
import { makeUuid } from './uuid';

let online = true;

/** WeChat's side of the platform; `index.h5.ts` is the browser's. */
export const platform: Platform = {
  kind: 'weapp',
  hasCloud: CLOUD_ENV !== '',
  storage: taroStorage,
  tab: taroStorage,
  twins: { tell() {}, hear() {}, inTurn: (_, work) => work() },
  files: weappFiles,
  now: () => new Date(),
  newUuid: () => makeUuid(Date.now(), Math.random),
  isOnline: () => online,
  onNetworkChange(listener) {
    Taro.onNetworkStatusChange(({ isConnected }) => {
      online = isConnected;
      listener(isConnected);
    });
  },
  // WeChat's standard size is 17; its care mode starts at 20.
  prefersLargeText: () => fontSize() >= 20,
  deviceWords: () => '微信小程序',
  phoneCall: (number) => quietly(Taro.makePhoneCall({ phoneNumber: number })),
  print: () => false,
  hideShareMenu: () => quietly(Taro.hideShareMenu({})),
  async requestSubscribe(templateIds) {
    const answer: Record<string, unknown> = await Taro.requestSubscribeMessage({
      tmplIds: templateIds,
      entityIds: [],
    }).then(
      (result) => ({ ...result }),
      () => ({}),
    );
    return templateIds.filter((id) => String(answer[id]).startsWith('accept'));
  },
  openFile: (url) => quietly(openInViewer(url)),
  saveFile() {},
  setTitle: (title) => quietly(Taro.setNavigationBarTitle({ title })),
};

if (platform.hasCloud) Taro.cloud.init({ env: CLOUD_ENV, traceUser: false });

// Taro's types do not know this field yet.
function fontSize(): number {
  return (Taro.getAppBaseInfo() as { fontSizeSetting?: number }).fontSizeSetting ?? 17;
}

async function openInViewer(url: string): Promise<void> {
  const { tempFilePath } = await Taro.downloadFile({ url });
  const isPhoto = /\.(jpe?g|png|webp)$/i.test(tempFilePath);
  if (isPhoto) await Taro.previewImage({ urls: [tempFilePath] });
  else await Taro.openDocument({ filePath: tempFilePath, showMenu: true });
}

/** The person closed a dialogue, or the telephone cannot: nothing is lost, and nothing needs saying. */
function quietly(work: Promise<unknown>): void {
  work.catch(() => {});
}
