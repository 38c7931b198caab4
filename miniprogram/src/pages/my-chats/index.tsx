import { useState } from 'react';
import type { OutputOf } from '../../../../shared/actions';
import { CHAT_GATEWAY_WORDS } from '../../../../shared/cases/chat';
import { showMoment } from '../../../../shared/day';
import { useAct } from '../../act';
import { Branches, Button, Card, Notice, Page, Row, Tag, View } from '../../components';
import { useQuery } from '../../query';

type Chat = OutputOf<'list-my-chats'>['chats'][number];

/** Where the bot knows me: a code to write to it, and the way to make it forget me. */
export default function MyChats() {
  const query = useQuery('list-my-chats', {}, { isEmpty: ({ chats }) => chats.length === 0, keep: false });
  const reload = () => void query.reload();
  return (
    <Page
      title="在聊天里办事"
      lead="绑定以后，可以在聊天里查看事项、回复法院。金额、姓名和文书只在这里看，聊天里不会说。"
    >
      <Code />
      <Branches query={query} empty="还没有绑定聊天账号。">
        {({ chats }) => chats.map((chat) => <Bound chat={chat} key={chat.chatId} onEnded={reload} />)}
      </Branches>
    </Page>
  );
}

function Code() {
  const { busy, sentence, run } = useAct('create-chat-code');
  const [made, keep] = useState<OutputOf<'create-chat-code'> | null>(null);
  async function make(): Promise<void> {
    const answer = await run({});
    if (answer) keep(answer);
  }
  return (
    <Card title="绑定聊天账号">
      {made ? (
        <>
          <View className="zq-text">请把下面六位数字单独发给法院的聊天机器人，不要发到群里：</View>
          <View className="zq-strong" label="绑定码">
            {made.code}
          </View>
          <Notice>{`${showMoment(new Date(made.expiresAt))}前有效，只能用一次。不要告诉别人。`}</Notice>
        </>
      ) : null}
      {sentence ? <Notice kind="danger">{sentence}</Notice> : null}
      <Button
        kind={made ? 'secondary' : 'primary'}
        name="create-chat-code"
        busy={busy}
        onTap={() => void make()}
      >
        {made ? '换一个绑定码' : '获取绑定码'}
      </Button>
    </Card>
  );
}

function Bound({ chat, onEnded }: { chat: Chat; onEnded: () => void }) {
  const { busy, sentence, run } = useAct('end-chat-binding');
  async function end(): Promise<void> {
    if (await run({ chatId: chat.chatId })) onEnded();
  }
  return (
    <Card
      title={CHAT_GATEWAY_WORDS[chat.gateway]}
      tag={chat.muted ? <Tag tone="stopped">静音</Tag> : undefined}
    >
      <Row label="绑定时间">{showMoment(new Date(chat.since))}</Row>
      <Row label="最近使用">{chat.lastUsed ? showMoment(new Date(chat.lastUsed)) : '还没有用过'}</Row>
      {sentence ? <Notice kind="danger">{sentence}</Notice> : null}
      <Button small kind="secondary" name={`end:${chat.chatId}`} busy={busy} onTap={() => void end()}>
        解除绑定
      </Button>
    </Card>
  );
}
