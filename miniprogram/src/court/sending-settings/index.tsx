import { useState } from 'react';
import type { OutputOf } from '../../../../shared/actions';
import { setSending } from '../../../../shared/actions/set-sending';
import { useAct } from '../../act';
import { BigChoice, Branches, Button, Card, Field, Notice, Page, View } from '../../components';
import { checkForm, type Sentences } from '../../forms';
import { useQuery } from '../../query';
import { LADDER_SETTINGS, SENDING_SETTINGS } from '../../routes';
import { navAt } from '../nav';
import { SettingsTabs } from '../settings-tabs';

type Sending = OutputOf<'set-sending'>;

/** The trial: while it lasts only the numbers on its list are written to. */
export default function SendingSettings() {
  const query = useQuery('get-ladder', {}, { keep: false });
  return (
    <Page
      title="提醒设置：试运行"
      lead="刚开始用时，可以先只发给自己人看效果，再发给当事人。"
      nav={navAt(LADDER_SETTINGS)}
    >
      <SettingsTabs here={SENDING_SETTINGS} />
      <Branches query={query} empty="">
        {({ sending, mayChange }) => <Trial sending={sending} mayChange={mayChange} />}
      </Branches>
    </Page>
  );
}

const CHOICES = [
  { value: 'off', word: '正式发', hint: '发给每一个该提醒的人' },
  { value: 'on', word: '试运行', hint: '只发给下面名单里的号码' },
] as const;

function Trial({ sending, mayChange }: { sending: Sending; mayChange: boolean }) {
  const [now, setNow] = useState(sending);
  const [times, countSaved] = useState(0);
  const adopt = (saved: Sending) => {
    setNow(saved);
    countSaved((before) => before + 1);
  };
  if (mayChange) {
    return (
      <>
        {times > 0 ? <Notice kind="done">{`已保存。${nowWords(now)}`}</Notice> : null}
        <TrialForm key={times} now={now} onSaved={adopt} />
      </>
    );
  }
  return (
    <Card title={now.trial ? '正在试运行' : '正式发'}>
      <View className="zq-text">{nowWords(now)}</View>
      <Notice>只能看。要改，请找承办法官、院领导或管理员。</Notice>
    </Card>
  );
}

const nowWords = ({ trial, allow }: Sending): string =>
  trial ? `提醒只发给名单里的 ${allow.length} 个号码，别人一条也收不到。` : '提醒发给每一个该提醒的人。';

function TrialForm({ now, onSaved }: { now: Sending; onSaved: (sending: Sending) => void }) {
  const act = useAct('set-sending');
  const [trial, choose] = useState(now.trial);
  const [kept, keep] = useState(now.allow.map(({ id }) => id));
  const [phone, setPhone] = useState('');
  const [sentences, setSentences] = useState<Sentences>({});
  const allowPhones = phone.trim() ? [phone.trim()] : [];
  const willReach = kept.length + allowPhones.length;
  async function save(): Promise<void> {
    const checked = checkForm(setSending.input, { trial, allowPhones, keep: kept });
    if (!checked.ok) return setSentences(checked.sentences);
    setSentences({});
    const answer = await act.run(checked.parsed);
    if (answer) onSaved(answer);
  }
  return (
    <Card title={now.trial ? '现在：正在试运行' : '现在：正式发'}>
      <BigChoice
        name="trial"
        label="怎么发"
        choices={CHOICES}
        value={trial ? 'on' : 'off'}
        onChoose={(value) => choose(value === 'on')}
        error={sentences.trial}
      />
      {trial ? (
        <>
          <Allowed allow={now.allow} kept={kept} onKeep={keep} />
          <Field
            kind="phone"
            name="phone"
            label="加一个号码"
            hint="保存以后只显示最后几位。再加一个，请保存后接着填。"
            value={phone}
            onChange={setPhone}
            maxLength={20}
            optional
            error={sentences['allowPhones.0']}
          />
          {willReach === 0 ? <Notice kind="warning">名单是空的，保存以后谁也收不到提醒。</Notice> : null}
        </>
      ) : null}
      {now.trial && !trial ? (
        <Notice kind="warning">保存以后，提醒会发给每一个该提醒的当事人和联络员。</Notice>
      ) : null}
      {act.sentence ? <Notice kind="warning">{act.sentence}</Notice> : null}
      <Button name="set-sending" busy={act.busy} onTap={() => void save()}>
        {trial ? '保存，只发给名单里的号码' : '保存，正式发'}
      </Button>
    </Card>
  );
}

interface AllowedProps {
  allow: Sending['allow'];
  kept: string[];
  onKeep: (ids: string[]) => void;
}

function Allowed({ allow, kept, onKeep }: AllowedProps) {
  return (
    <View className="zq-field" role="group" label="试运行名单">
      <View className="zq-field__label">{`名单里有 ${kept.length} 个号码`}</View>
      {allow
        .filter(({ id }) => kept.includes(id))
        .map(({ id, mask }) => (
          <View className="zq-allowed" key={id}>
            {mask}
            <Button
              small
              kind="quiet"
              name={`drop:${id}`}
              label={`去掉${mask}`}
              onTap={() => onKeep(kept.filter((one) => one !== id))}
            >
              去掉
            </Button>
          </View>
        ))}
    </View>
  );
}
