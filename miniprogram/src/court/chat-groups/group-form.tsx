import { useState } from 'react';
import { saveChatGroup } from '../../../../shared/actions/save-chat-group';
import { CHAT_GATEWAY_WORDS, CHAT_GATEWAYS, type ChatGateway } from '../../../../shared/cases/chat';
import { useAct } from '../../act';
import { BigChoice, Branches, Button, Card, Field, Notice } from '../../components';
import { checkForm, type Sentences } from '../../forms';
import { useQuery } from '../../query';
import type { Group } from '.';

const GATEWAY_CHOICES = CHAT_GATEWAYS.map((value) => ({ value, word: CHAT_GATEWAY_WORDS[value] }));
const ON_CHOICES = [
  { value: 'on', word: '开启', hint: '每周发一次件数，紧急的每天最多一次' },
  { value: 'off', word: '关闭', hint: '机器人在这个群里不说话' },
] as const;

/** Puts a group on the list, or changes it. */
export function GroupForm({ group, onSaved }: { group: Group | null; onSaved: () => void }) {
  const act = useAct('save-chat-group');
  const areas = useQuery('list-areas', {}, { keep: false });
  const [sentences, setSentences] = useState<Sentences>({});
  const [form, setForm] = useState({
    gateway: group?.gateway ?? ('wecom' as ChatGateway),
    groupId: group?.groupId ?? '',
    name: group?.name ?? '',
    townId: group?.townId ?? '',
    isOn: group?.isOn ?? true,
  });
  const change = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }));
  async function save(): Promise<void> {
    const checked = checkForm(saveChatGroup.input, { ...form, chatGroupId: group?.chatGroupId });
    if (!checked.ok) return setSentences(checked.sentences);
    setSentences({});
    if (await act.run(checked.parsed)) onSaved();
  }
  return (
    <Card title={group ? '修改群' : '登记一个群'}>
      <Field
        name="name"
        label="群的名称"
        value={form.name}
        onChange={(name) => change({ name })}
        error={sentences.name}
      />
      <BigChoice
        name="gateway"
        label="通道"
        choices={GATEWAY_CHOICES}
        value={form.gateway}
        onChoose={(gateway) => change({ gateway })}
        error={sentences.gateway}
      />
      <Field
        name="groupId"
        label="群的编号"
        hint="机器人进群以后，由管理员从机器人的记录里抄来。"
        value={form.groupId}
        onChange={(groupId) => change({ groupId })}
        error={sentences.groupId}
      />
      <Branches query={areas} empty="">
        {({ towns }) => (
          <BigChoice
            name="town"
            label="哪个镇街的任务"
            choices={towns.map(({ townId, name }) => ({ value: townId, word: name }))}
            value={form.townId}
            onChoose={(townId) => change({ townId })}
            error={sentences.townId}
          />
        )}
      </Branches>
      <BigChoice
        name="isOn"
        label="机器人在群里"
        choices={ON_CHOICES}
        value={form.isOn ? 'on' : 'off'}
        onChoose={(value) => change({ isOn: value === 'on' })}
        error={sentences.isOn}
      />
      {act.sentence ? <Notice kind="warning">{act.sentence}</Notice> : null}
      <Button name="save-chat-group" busy={act.busy} onTap={() => void save()}>
        保存
      </Button>
    </Card>
  );
}
