import { useState } from 'react';
import type { OutputOf } from '../../../../shared/actions';
import { CHAT_GATEWAY_WORDS, GATEWAY_STATE_WORDS } from '../../../../shared/cases/chat';
import { showMoment } from '../../../../shared/day';
import { Branches, Button, Card, Notice, Page, Row, Tag } from '../../components';
import { useQuery } from '../../query';
import { CHAT_GROUPS } from '../../routes';
import { navAt } from '../nav';
import { Failover } from './failover';
import { GroupForm } from './group-form';

type Groups = OutputOf<'list-chat-groups'>;
export type Group = Groups['groups'][number];

/** How the bot’s gateways are, and the groups in which it may speak. */
export default function ChatGroups() {
  const query = useQuery('list-chat-groups', {}, { keep: false });
  const [chosen, choose] = useState<Group | 'new' | null>(null);
  const saved = () => {
    choose(null);
    void query.reload();
  };
  return (
    <Page
      watermark
      title="群与机器人"
      lead="机器人只在下面登记的群里说话，每周一次件数、紧急的每天最多一次，不说姓名、金额和案号。"
      nav={navAt(CHAT_GROUPS)}
    >
      <Branches query={query} empty="">
        {({ groups, gateways, failoverMinutes }) => (
          <>
            <Gateways gateways={gateways} />
            <Failover minutes={failoverMinutes} />
            {groups.map((group) => (
              <GroupCard group={group} key={group.chatGroupId} onChange={() => choose(group)} />
            ))}
            {chosen ? (
              <GroupForm
                key={chosen === 'new' ? 'new' : chosen.chatGroupId}
                group={chosen === 'new' ? null : chosen}
                onSaved={saved}
              />
            ) : (
              <Button name="new-group" onTap={() => choose('new')}>
                登记一个群
              </Button>
            )}
          </>
        )}
      </Branches>
    </Page>
  );
}

function Gateways({ gateways }: Pick<Groups, 'gateways'>) {
  if (gateways.length === 0) return <Notice>机器人还没有连接过，请管理员启动机器人。</Notice>;
  return (
    <Card title="机器人的连接">
      {gateways.map(({ gateway, state, since, bound }) => (
        <Row label={CHAT_GATEWAY_WORDS[gateway]} key={gateway}>
          {`${GATEWAY_STATE_WORDS[state]}，${showMoment(new Date(since))}起；已绑定 ${bound} 人`}
        </Row>
      ))}
    </Card>
  );
}

function GroupCard({ group, onChange }: { group: Group; onChange: () => void }) {
  return (
    <Card
      title={group.name}
      tag={<Tag tone={group.isOn ? 'going' : 'stopped'}>{group.isOn ? '已开启' : '已关闭'}</Tag>}
    >
      <Row label="镇街">{group.town}</Row>
      <Row label="通道">{CHAT_GATEWAY_WORDS[group.gateway]}</Row>
      <Row label="最近发送">{group.lastPostDay ?? '还没有发过'}</Row>
      <Button small kind="secondary" name={`change:${group.chatGroupId}`} onTap={onChange}>
        修改
      </Button>
    </Card>
  );
}
