import type { ReactNode } from 'react';
import { showMoment } from '../../../shared/day';
import type { Query } from '../query';
import { Button } from './button';
import { View } from './elements';

export interface BranchesProps<T> {
  query: Query<T>;
  /** What an empty answer means, and what a person may do now. */
  empty: string;
  children: (data: T) => ReactNode;
}

/** Loading, failed with retry, empty, ready: each page shows exactly one. */
export function Branches<T>({ query, empty, children }: BranchesProps<T>) {
  switch (query.state) {
    case 'loading':
      return (
        <View className="zq-branch" role="status" live="polite">
          正在读取，请稍候…
        </View>
      );
    case 'failed':
      return (
        <View className="zq-branch" role="alert">
          <View className="zq-branch__sentence">{query.sentence}</View>
          <Button kind="secondary" onTap={() => void query.reload()}>
            重新读取
          </Button>
        </View>
      );
    case 'empty':
      return (
        <View className="zq-branch" role="status">
          {empty}
        </View>
      );
    case 'ready':
      return (
        <>
          {query.stale ? (
            <View className="zq-stale" role="status">
              上次更新：{showMoment(new Date(query.readAt))}。连上网络后会自动更新。
            </View>
          ) : null}
          {children(query.data)}
        </>
      );
  }
}
