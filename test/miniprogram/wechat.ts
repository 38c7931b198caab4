import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createContext, runInContext } from 'node:vm';

/** One node of the tree that Taro hands to WeChat by `setData`. */
interface Node {
  cn?: Node[];
  /** Text. */
  v?: string;
  /** Class, and the ids by which events find their way back. */
  cl?: string;
  uid?: string;
  sid?: string;
}

interface Page {
  data: { root: Node };
  eh(event: object): void;
  onLoad(query: Record<string, string>): void;
  onShow(): void;
  onReady(): void;
  setData(changes: Record<string, unknown>, done?: () => void): void;
}

export interface WxRequest {
  url: string;
  data: unknown;
  header: Record<string, string>;
  success(answer: { statusCode: number; data: unknown; header: object }): void;
  fail(error: { errMsg: string }): void;
}

type Hooks = Record<string, ((options: object) => void) | undefined>;

/**
 * A bare JavaScript context as WeChat gives it: no document, no AbortController, a `Function` that makes
 * nothing, none of the newer built-ins that old telephones lack. Whatever else the bundle asks for is missing.
 */
export class WeChat {
  readonly went: string[] = [];
  readonly errors: string[] = [];
  readonly stored = new Map<string, unknown>();
  request: (request: WxRequest) => void = ({ fail }) => fail({ errMsg: 'request:fail' });

  private readonly context;
  private readonly modules = new Map<string, { exports: unknown }>();
  private app: Hooks = {};
  private opening: Page | undefined;
  private page: Page | undefined;

  constructor(private readonly folder: string) {
    this.context = createContext({
      wx: this.wx(),
      App: (app: Hooks) => {
        this.app = app;
      },
      Page: (page: Page) => {
        this.opening = page;
      },
      Component: () => {},
      getApp: () => this.app,
      getCurrentPages: () => (this.page ? [this.page] : []),
      console: {
        ...console,
        error: (...words: unknown[]) => this.errors.push(words.map(String).join(' ')),
      },
      setTimeout,
      clearTimeout,
      setInterval,
      clearInterval,
    });
    runInContext(OLD_TELEPHONE, this.context);
  }

  get config(): { pages: string[]; subPackages: { root: string; pages: string[] }[] } {
    return JSON.parse(readFileSync(join(this.folder, 'app.json'), 'utf8'));
  }

  get pages(): string[] {
    const { pages, subPackages } = this.config;
    return [...pages, ...subPackages.flatMap((sub) => sub.pages.map((page) => `${sub.root}/${page}`))];
  }

  launch(path: string): void {
    this.load('app.js');
    const options = { path, query: {}, scene: 1001, referrerInfo: {} };
    this.app.onLaunch?.(options);
    this.app.onShow?.(options);
  }

  open(path: string, query: Record<string, string> = {}): void {
    this.load(`${path}.js`);
    const made = this.opening;
    if (!made) throw new Error(`${path} made no page`);
    const page: Page = Object.assign(Object.create(made), {
      data: structuredClone(made.data),
      route: path,
      setData: (changes: Record<string, unknown>, done?: () => void) => {
        for (const [where, value] of Object.entries(changes)) put(page.data, where, value);
        setTimeout(() => done?.());
      },
    });
    this.page = page;
    page.onLoad(query);
    page.onShow();
    page.onReady();
  }

  /** What a person reads on the page now. */
  text(): string {
    return this.page ? textOf(this.page.data.root) : '';
  }

  tap(words: string): void {
    this.send(
      this.find((node) => /\bzq-tap\b/.test(node.cl ?? '') && textOf(node).includes(words)),
      'tap',
      {},
    );
  }

  type(id: string, value: string): void {
    this.send(
      this.find((node) => node.uid === id),
      'input',
      { value },
    );
  }

  private send(node: Node, type: string, detail: object): void {
    const target = { id: node.uid ?? node.sid, dataset: { sid: node.sid } };
    this.page?.eh({
      type,
      detail,
      target,
      currentTarget: target,
      timeStamp: 0,
      touches: [],
      changedTouches: [],
    });
  }

  private find(fits: (node: Node) => boolean): Node {
    const found = this.page && all(this.page.data.root).find(fits);
    if (!found) throw new Error(`nothing like that on the page: ${this.text()}`);
    return found;
  }

  private load(file: string): unknown {
    const known = this.modules.get(file);
    if (known) return known.exports;
    const made = { exports: {} as unknown };
    this.modules.set(file, made);
    const filename = join(this.folder, file);
    const code = `(function (require, module, exports) {${readFileSync(filename, 'utf8')}\n})`;
    const require = (name: string) => this.load(join(dirname(file), name.replace(/(\.js)?$/, '.js')));
    runInContext(code, this.context, { filename })(require, made, made.exports);
    return made.exports;
  }

  private wx() {
    const went = (how: string) => (options: { url: string; success?: (answer: object) => void }) => {
      this.went.push(`${how} ${options.url}`);
      options.success?.({});
    };
    const done = (options: { success?: (answer: object) => void }) => options.success?.({});
    const size = { windowWidth: 375, windowHeight: 812, screenWidth: 375, screenHeight: 812, pixelRatio: 2 };
    const base = { SDKVersion: '3.8.12', fontSizeSetting: 17, platform: 'android', ...size };
    return {
      env: { USER_DATA_PATH: 'http://usr' },
      canIUse: () => true,
      nextTick: (work: () => void) => setTimeout(work),
      getAppBaseInfo: () => base,
      getWindowInfo: () => size,
      getSystemInfoSync: () => base,
      getStorageSync: (key: string) => this.stored.get(key) ?? '',
      setStorageSync: (key: string, value: unknown) => void this.stored.set(key, structuredClone(value)),
      removeStorageSync: (key: string) => void this.stored.delete(key),
      getStorageInfoSync: () => ({ keys: [...this.stored.keys()], currentSize: 0, limitSize: 10_240 }),
      onNetworkStatusChange: () => {},
      request: (request: WxRequest) => {
        setTimeout(() => this.request(request));
        return { abort() {} };
      },
      navigateTo: went('navigateTo'),
      redirectTo: went('redirectTo'),
      reLaunch: went('reLaunch'),
      setNavigationBarTitle: done,
      hideShareMenu: done,
      makePhoneCall: done,
    };
  }
}

const OLD_TELEPHONE = `
  const nothing = function () {};
  nothing.prototype = Function.prototype;
  globalThis.Function = nothing;
  delete Object.hasOwn;
  delete Array.prototype.at;
  delete Array.prototype.findLast;
  delete Array.prototype.toSorted;
  delete String.prototype.at;
  delete String.prototype.replaceAll;
`;

/** `root.cn.[0].cn.[2].v` is how Taro says what has changed. */
function put(data: object, where: string, value: unknown): void {
  const steps = where.replace(/\[(\d+)\]/g, '$1').split('.');
  const last = steps.pop() as string;
  const place = steps.reduce(
    (at, step) => at[step] as Record<string, unknown>,
    data as Record<string, unknown>,
  );
  place[last] = structuredClone(value);
}

function all(node: Node): Node[] {
  return [node, ...(node.cn ?? []).flatMap(all)];
}

const textOf = (node: Node): string =>
  all(node)
    .map(({ v }) => v ?? '')
    .join('');
