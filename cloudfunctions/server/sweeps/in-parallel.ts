/** Does something with every item, at most `limit` at a time. */
export async function inParallel<T>(
  items: readonly T[],
  limit: number,
  act: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) await act(item);
  };
  const ends = await Promise.allSettled(Array.from({ length: limit }, worker));
  // Only when all have come to rest: a caller that goes on must not leave work behind.
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
