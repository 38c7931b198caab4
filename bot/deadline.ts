/** Nobody answered in time. What was asked may still happen. */
export class LateError extends Error {
  override name = 'LateError';
}

/** What `work` comes to, or a LateError after so many milliseconds. */
export async function withDeadline<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new LateError(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
