import Taro from '@tarojs/taro';
import { Button, Notice, Page } from '../components';
import type { OutboxItem } from '../outbox-core';
import { LIST_TASKS } from '../routes';

interface SubmittedProps {
  title: string;
  item: OutboxItem;
  thanks: string;
}

/** What became of a submission, in the page itself. What was refused stands with its sentence above, ready to be changed. */
export function Submitted({ title, item, thanks }: SubmittedProps) {
  return (
    <Page title={title}>
      {item.state === 'sent' ? <Notice kind="done">{`已送出。${thanks}`}</Notice> : null}
      {item.state === 'waiting' || item.state === 'failed' ? (
        <Notice>已经记在手机上，连上网络后会自动送出，您不用再填。</Notice>
      ) : null}
      <Button onTap={() => void Taro.reLaunch({ url: LIST_TASKS })}>回到我的待办</Button>
    </Page>
  );
}
