import type { ReactNode } from 'react';

export interface Column<T> {
  key: string;
  title: string;
  cell: (row: T) => ReactNode;
  /** Numbers and money stand at the right, so that digits line up. */
  right?: boolean;
}

export interface DeskTableProps<T> {
  /** What the table lists, for those who hear it. */
  caption: string;
  columns: Column<T>[];
  rows: T[];
  keyOf: (row: T) => string;
}
