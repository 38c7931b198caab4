/** A file's bytes, ready to be sent. */
export interface LocalFile {
  fileName: string;
  mediaType: string;
  bytes: ArrayBuffer;
}

export interface Storage {
  get<T>(key: string): T | undefined;
  /** Throws when the telephone's storage is full. */
  set(key: string, value: unknown): void;
  remove(key: string): void;
  keys(): string[];
}

/** Files on this telephone. A kept one survives the closing of the app; a chosen one may not. */
export interface LocalFiles {
  /** Copies a chosen file to where it stays, and answers its new path. */
  keep(path: string): Promise<string>;
  /** Throws `LostFile` when it is no longer there. */
  read(path: string): Promise<LocalFile>;
  /** An address that an image can show. */
  show(path: string): Promise<string>;
  remove(path: string): Promise<void>;
}

/** The other tabs of this browser; in WeChat there are none. */
export interface Twins {
  tell(message: unknown): void;
  hear(listener: (message: unknown) => void): void;
  /** One tab at a time, where the browser can. */
  inTurn<T>(name: string, work: () => Promise<T>): Promise<T>;
}

/** The few things that WeChat and a browser do differently. */
export interface Platform {
  readonly kind: 'weapp' | 'h5';
  /** The court's CloudBase answers calls; otherwise its HTTP server does. */
  readonly hasCloud: boolean;
  readonly storage: Storage;
  /** Who is signed in: on H5 one tab's own, so that two people side by side do not become one. */
  readonly tab: Pick<Storage, 'get' | 'set'>;
  readonly twins: Twins;
  readonly files: LocalFiles;
  now(): Date;
  newUuid(): string;
  isOnline(): boolean;
  onNetworkChange(listener: (online: boolean) => void): void;
  /** The person has set large letters in WeChat. */
  prefersLargeText(): boolean;
  /** What a person recognises this device by in the list of his own. */
  deviceWords(): string;
  phoneCall(number: string): void;
  /** Opens the printer's dialogue; false where there is none, so that the page says how else. */
  print(): boolean;
  /** Pages with party data are not passed on by a slip of the finger. */
  hideShareMenu(): void;
  /** Asks for one-off messages; must be the first thing a tap does. Answers the templates accepted. */
  requestSubscribe(templateIds: string[]): Promise<string[]>;
  /** Opens a signed address of a file: a new tab in a browser, the viewer in WeChat. */
  openFile(url: string): void;
  /** Puts a file among the person's own; only where there is a desk. */
  saveFile(file: { fileName: string; mediaType: string; content: string }): void;
  setTitle(title: string): void;
}

export class LostFile extends Error {
  override name = 'LostFile';
}
