import { useState } from 'react';
import type { OutputOf } from '../../../../shared/actions';
import { type Day, isDay, showDay } from '../../../../shared/day';
import { Branches, Button, Card, DayField, DeskTable, Notice, Page, Row, View } from '../../components';
import { useQuery } from '../../query';
import { FUNNEL } from '../../routes';
import { CHANNEL_WORDS } from '../channel-words';
import { navAt } from '../nav';

type Funnel = OutputOf<'get-funnel'>;
type Line = Funnel['rows'][number];
interface Period {
  from?: Day;
  to?: Day;
}

/** What became of the messages, by what they say, in which version, and by which way. Counts only. */
export default function FunnelPage() {
  const [period, setPeriod] = useState<Period>({});
  const query = useQuery('get-funnel', period);
  return (
    <Page
      title="提醒效果"
      lead="每种提醒发出多少条，有多少送达、打开、回应，之后有多少件履行了。只有数字，没有人名。"
      nav={navAt(FUNNEL)}
    >
      <ChoosePeriod onChoose={setPeriod} />
      <Branches query={query} empty="">
        {(data) => (
          <>
            <View className="zq-strong">{`${showDay(data.from)}到${showDay(data.to)}`}</View>
            <Counts rows={data.rows} />
          </>
        )}
      </Branches>
      <WhatIsCounted />
    </Page>
  );
}

function ChoosePeriod({ onChoose }: { onChoose: (period: Period) => void }) {
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const dayOf = (text: string) => (isDay(text) ? text : undefined);
  return (
    <View className="zq-search">
      <DayField name="from" label="从哪天" value={from} onChange={setFrom} optional to={to || undefined} />
      <DayField name="to" label="到哪天" value={to} onChange={setTo} optional from={from || undefined} />
      <Button small kind="secondary" onTap={() => onChoose({ from: dayOf(from), to: dayOf(to) })}>
        查看
      </Button>
    </View>
  );
}

const number = (key: 'sent' | 'delivered' | 'opened' | 'acknowledged' | 'performed', title: string) => ({
  key,
  title,
  right: true,
  cell: (row: Line) => String(row[key]),
});

function Counts({ rows }: { rows: Line[] }) {
  if (rows.length === 0) return <Notice>这段时间没有发出过提醒。可以换一段时间再看。</Notice>;
  return (
    <DeskTable
      caption="提醒效果"
      rows={rows}
      keyOf={(row) => `${row.template} ${row.version} ${row.channel}`}
      columns={[
        { key: 'words', title: '提醒', cell: (row) => row.words },
        {
          key: 'version',
          title: '用语',
          cell: (row) => (row.version === 0 ? '系统原文' : `本院第${row.version}版`),
        },
        { key: 'channel', title: '方式', cell: (row) => CHANNEL_WORDS[row.channel] },
        number('sent', '发出'),
        number('delivered', '送达'),
        number('opened', '打开'),
        number('acknowledged', '回应'),
        number('performed', '履行'),
      ]}
    />
  );
}

function WhatIsCounted() {
  return (
    <Card title="这些数字怎么算">
      <Row label="发出">运营商或微信已经收下。一条提醒说到几件案件的，每件各算一条。</Row>
      <Row label="送达">回执说已经送到手机。没有回执的不算，实际送到的可能更多。</Row>
      <Row label="打开">
        短信里的查询码被用过；联络员和团队打开过任务页。已经登录过的当事人不用再输查询码，不算在内。
      </Row>
      <Row label="回应">
        联络员和团队点了“收到”；当事人收到后用查询码进来，或者登记了履行、答复了方案、提出了异议或困难。
      </Row>
      <Row label="履行">收到提醒以后、这段时间结束以前，案件履行完毕。只说先后，不等于是这条提醒的功劳。</Row>
      <View className="zq-fine">
        没有填日期的，算最近90天。每一列各算各的：有人没有打开也会回应，所以后一列可能比前一列多。回执说没有送到的，不算打开、回应和履行。
      </View>
    </Card>
  );
}
