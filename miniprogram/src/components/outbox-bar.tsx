import Taro from '@tarojs/taro';
import { useState } from 'react';
import { showMoment } from '../../../shared/day';
import { outbox, takeBack, useOutbox } from '../outbox';
import { OUTBOX_WORDS, type OutboxItem } from '../outbox-core';
import { Button } from './button';
import { Tap, Text, View } from './elements';
import { Tag } from './tag';

const TONES = { waiting: 'going', sent: 'done', failed: 'late', refused: 'late' } as const;

/** 离线也能记: what waits on this telephone, why, and what can be done about it. Nothing waits, nothing shows. */
export function OutboxBar() {
  const open = useOutbox().filter((item) => item.state !== 'sent');
  const [unfolded, unfold] = useState(false);
  if (open.length === 0) return null;
  const wrong = open.filter((item) => item.state === 'refused').length;
  return (
    <View className="zq-outbox" role="status" live="polite">
      <Tap className="zq-outbox__head" onTap={() => unfold(!unfolded)}>
        <Text>{summary(open.length, wrong)}</Text>
        <Text className="zq-outbox__more">{unfolded ? '收起' : '查看'}</Text>
      </Tap>
      {unfolded || wrong > 0 ? open.map((item) => <Waiting item={item} key={item.uuid} />) : null}
    </View>
  );
}

function summary(count: number, wrong: number): string {
  if (wrong > 0) return `${wrong} 件需要修改后再交`;
  return `已记在手机上，${count} 件待发。连上网络后自动送出。`;
}

function Waiting({ item }: { item: OutboxItem }) {
  const written = showMoment(new Date(item.at));
  return (
    <View className="zq-outbox__item">
      <View className="zq-card__head">
        <Text>{item.title}</Text>
        <Tag tone={TONES[item.state]}>{OUTBOX_WORDS[item.state]}</Tag>
      </View>
      <View className="zq-outbox__detail">{written} 填写</View>
      {item.sentence ? <View className="zq-outbox__sentence">{item.sentence}</View> : null}
      <View className="zq-outbox__acts">
        {item.state === 'refused' ? (
          <Button small kind="secondary" onTap={() => edit(item)}>
            修改
          </Button>
        ) : (
          <Button small kind="secondary" onTap={() => void outbox.retry(item.uuid)}>
            现在发送
          </Button>
        )}
        {item.state === 'waiting' ? null : (
          <Button small kind="quiet" onTap={() => void outbox.remove(item.uuid)}>
            不交了，删除
          </Button>
        )}
      </View>
    </View>
  );
}

function edit(item: OutboxItem): void {
  takeBack(item);
  void Taro.navigateTo({ url: item.page });
}
