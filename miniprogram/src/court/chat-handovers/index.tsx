import { useState } from 'react';
import type { OutputOf } from '../../../../shared/actions';
import { CHAT_GATEWAY_WORDS, type ChatAudience, HANDOVER_REASON_WORDS } from '../../../../shared/cases/chat';
import { showMoment } from '../../../../shared/day';
import { useAct } from '../../act';
import { Branches, Button, Card, Notice, Page, PhoneLink, Row, Tag, View } from '../../components';
import { useQuery } from '../../query';
import { CHAT_HANDOVERS } from '../../routes';
import { navAt } from '../nav';

type Handover = OutputOf<'list-chat-handovers'>['handovers'][number];

const AUDIENCE_WORDS: Record<ChatAudience, string> = {
  liaison: '联络员',
  obligor: '义务人',
  obligee: '权利人',
  staff: '法院同事',
};

/** Talks that the bot could not or must not answer: take one, call, and help. */
export default function ChatHandovers() {
  const [taken, setTaken] = useState(false);
  const query = useQuery(
    'list-chat-handovers',
    { taken },
    { isEmpty: ({ handovers }) => handovers.length === 0, keep: false },
  );
  return (
    <Page
      title="聊天转人工"
      lead="聊天机器人没有听懂，或者对方要找人的，都在这里。接手以后才显示电话；查看会留下记录。"
      nav={navAt(CHAT_HANDOVERS)}
      watermark
    >
      <View className="zq-filters" role="group" label="看哪些">
        <Button small kind={taken ? 'quiet' : 'secondary'} name="waiting" onTap={() => setTaken(false)}>
          等人接手
        </Button>
        <Button small kind={taken ? 'secondary' : 'quiet'} name="taken" onTap={() => setTaken(true)}>
          已经接手
        </Button>
      </View>
      <Branches query={query} empty={taken ? '还没有接手过。' : '现在没有等人接手的聊天。'}>
        {({ handovers }) =>
          handovers.map((one) => <Talk one={one} key={one.handoverId} onTaken={() => void setTaken(true)} />)
        }
      </Branches>
    </Page>
  );
}

function Talk({ one, onTaken }: { one: Handover; onTaken: () => void }) {
  const { busy, sentence, run } = useAct('take-chat-handover');
  async function take(): Promise<void> {
    if (await run({ handoverId: one.handoverId })) onTaken();
  }
  const isUrgent = one.reason === 'distress';
  return (
    <Card
      title={one.name ?? '没有绑定的人'}
      tag={<Tag tone={isUrgent ? 'late' : 'going'}>{HANDOVER_REASON_WORDS[one.reason]}</Tag>}
    >
      {isUrgent && !one.takenAt ? (
        <Notice kind="danger">可能有危险。请马上接手并打电话；情况紧急的，报 110。</Notice>
      ) : null}
      <View className="zq-text">{one.text}</View>
      <Row label="身份">{one.audience ? AUDIENCE_WORDS[one.audience] : '不清楚，请先核对'}</Row>
      <Row label="来自">{`${CHAT_GATEWAY_WORDS[one.gateway]}，${showMoment(new Date(one.at))}`}</Row>
      {one.takenBy ? <Row label="接手人">{one.takenBy}</Row> : null}
      {one.phone ? (
        <Row label="电话">
          <PhoneLink number={one.phone} />
        </Row>
      ) : null}
      {sentence ? <Notice kind="warning">{sentence}</Notice> : null}
      {one.takenAt ? null : (
        <Button small name={`take:${one.handoverId}`} busy={busy} onTap={() => void take()}>
          我来接手
        </Button>
      )}
    </Card>
  );
}
