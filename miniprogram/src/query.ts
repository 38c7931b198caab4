import { useDidShow } from '@tarojs/taro';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { ActionName, OutputOf, RequestOf } from '../../shared/actions';
import { call } from './api';
import { platform } from './platform';
import { type Branch, createQuery } from './query-core';
import { session } from './session';

export type Query<T> = Branch<T> & { reload: () => Promise<void> };

export interface UseQueryOptions<T> {
  isEmpty?: (data: T) => boolean;
  /** False for papers and whatever else must not stay on the telephone. */
  keep?: boolean;
}

/** Reads an action for a page: last time's answer first where there is one, then the server's. */
export function useQuery<A extends ActionName>(
  action: A,
  input: RequestOf<A>,
  { isEmpty = () => false, keep = true }: UseQueryOptions<OutputOf<A>> = {},
): Query<OutputOf<A>> {
  const asked = `${session.account()}:${action}:${JSON.stringify(input)}`;
  // `asked` stands for action, input and person; the options of a call site do not change.
  const query = useMemo(
    () =>
      createQuery<OutputOf<A>>({
        cacheKey: keep ? `cache:${asked}` : null,
        storage: platform.storage,
        now: platform.now,
        read: () => call(action, input),
        isEmpty,
      }),
    [asked],
  );
  const branch = useSyncExternalStore(query.watch, query.get, query.get);
  useEffect(() => void query.load(), [query]);
  useDidShow(() => void query.refresh());
  return { ...branch, reload: query.load };
}
