import Taro from '@tarojs/taro';
import { useState } from 'react';
import { CHANNELS, type ChannelName } from '../../../../shared/reminders/weight';
import { Branches, Notice, Page, View } from '../../components';
import { useQuery } from '../../query';
import { LADDER_SETTINGS, WORDING_SETTINGS } from '../../routes';
import { CHANNEL_WORDS } from '../channel-words';
import { Chips } from '../chips';
import { navAt } from '../nav';
import { SettingsTabs } from '../settings-tabs';
import { WordingEditor } from './wording-editor';
import { WordingList } from './wording-list';
import { keyOf, READER_WORDS, type Wording, type Wordings } from './wordings';

/** In which words the court reminds: our sentences, and its own in their place. */
export default function WordingSettings() {
  const query = useQuery('list-wordings', {}, { keep: false });
  return (
    <Page
      title="提醒设置：怎么写"
      lead="每一条提醒的正文，法院可以改成自己的话。改了从下一条起用，随时可以恢复原文。"
      nav={navAt(LADDER_SETTINGS)}
      watermark
    >
      <SettingsTabs here={WORDING_SETTINGS} />
      <Branches query={query} empty="">
        {(data) => <Choose data={data} onSaved={() => void query.reload()} />}
      </Branches>
    </Page>
  );
}

type Own = 'all' | 'own';
const READERS = (['obligor', 'obligee', 'staff'] as const).map((value) => ({
  value,
  word: READER_WORDS[value],
}));
const CHANNEL_CHOICES = CHANNELS.map((value) => ({ value, word: CHANNEL_WORDS[value] }));
const OWN_CHOICES: { value: Own; word: string }[] = [
  { value: 'all', word: '全部' },
  { value: 'own', word: '本院改过的' },
];

function Choose({ data, onSaved }: { data: Wordings; onSaved: () => void }) {
  const [reader, setReader] = useState<Wording['reader']>('obligor');
  const [channel, setChannel] = useState<ChannelName>('sms');
  const [own, setOwn] = useState<Own>('all');
  const [chosen, choose] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const open = data.wordings.find((wording) => keyOf(wording) === chosen);
  const pick = (wording: Wording) => {
    setDone(null);
    choose(keyOf(wording));
    void Taro.pageScrollTo({ scrollTop: 0 });
  };
  if (open) {
    return (
      <WordingEditor
        key={keyOf(open)}
        wording={open}
        mayChange={data.mayChange}
        onDone={(sentence) => {
          setDone(sentence);
          choose(null);
          onSaved();
        }}
        onLeave={() => choose(null)}
      />
    );
  }
  const shown = data.wordings.filter(
    (one) => one.reader === reader && one.channel === channel && (own === 'all' || one.own),
  );
  return (
    <>
      {done ? <Notice kind="done">{done}</Notice> : null}
      <View className="zq-choosers">
        <Chips name="reader" label="发给谁" choices={READERS} chosen={[reader]} onTap={setReader} />
        <Chips name="channel" label="方式" choices={CHANNEL_CHOICES} chosen={[channel]} onTap={setChannel} />
        <Chips name="own" label="哪些" choices={OWN_CHOICES} chosen={[own]} onTap={setOwn} />
      </View>
      {shown.length > 0 ? (
        <WordingList wordings={shown} mayChange={data.mayChange} onPick={pick} />
      ) : (
        <Notice>这里还没有本院改过的用语。</Notice>
      )}
    </>
  );
}
