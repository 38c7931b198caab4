/// <reference types="@tarojs/taro" />

/** CloudBase environment of the court; empty: the mini-program talks HTTP. Set at build time. */
declare const CLOUD_ENV: string;
/** Address of the court's server without a trailing slash; empty on H5, which is served by it. */
declare const API_BASE: string;
