/** The court said no, in one plain sentence that says what to do next. */
export class RefusedError extends Error {
  constructor(
    readonly code: string,
    sentence: string,
  ) {
    super(sentence);
    this.name = 'RefusedError';
  }
}

/** The server failed. `requestId` is what the person tells the court on the telephone; may be empty. */
export class FaultError extends Error {
  constructor(readonly requestId: string) {
    super(
      requestId
        ? `系统出了故障，这次没有办成。请稍后再试；仍不行请致电法院，并告知编号 ${requestId}。`
        : '系统出了故障，这次没有办成。请稍后再试；仍不行请致电法院。',
    );
    this.name = 'FaultError';
  }
}

/** No answer came. Whether the server acted is not known, so a write may only be repeated under its key. */
export class OfflineError extends Error {
  constructor() {
    super('没有连上网络。请检查网络后再试。');
    this.name = 'OfflineError';
  }
}

/** What a person reads when something went wrong; never the text of an unknown error. */
export function sentenceOf(error: unknown): string {
  const ours = error instanceof RefusedError || error instanceof FaultError || error instanceof OfflineError;
  return ours ? error.message : '这一步没有办成。请返回上一页再试；仍不行请致电法院。';
}
