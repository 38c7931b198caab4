/** Waits for a state, however long this machine takes; the test's own limit is the only one. */
export async function until(isSo: () => boolean, pauseMs = 2): Promise<void> {
  while (!isSo()) {
    await new Promise((resolve) => (pauseMs === 0 ? setImmediate(resolve) : setTimeout(resolve, pauseMs)));
  }
}
