/** Where a task is opened after signing in: the address carries the task’s id and nothing else. */
export const taskLink = (publicUrl: string, taskId: string): string =>
  `${publicUrl}/#/liaison/get-task/index?taskId=${taskId}`;
