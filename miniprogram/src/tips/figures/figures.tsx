import type { OutputOf } from '../../../../shared/actions';
import { showDay } from '../../../../shared/day';
import type { Fen } from '../../../../shared/money';
import { Card, DeskTable, Money, Notice, Row, View } from '../../components';
import { countWords, minuteWords, monthWords, TOO_FEW } from './words';

type Data = OutputOf<'get-tip-figures'>;

export function Figures({ data }: { data: Data }) {
  const { medians, months, areas } = data;
  return (
    <>
      <Card title="一共">
        <Row label="线索">{countWords(data.tips)}</Row>
        <Row label="换来到位款的">
          {data.tips === null || data.ledToMoney === null
            ? TOO_FEW
            : `${data.tips} 条中 ${data.ledToMoney} 条`}
        </Row>
        <Row label="到位">{sum(data.realized)}</Row>
        <Row label="发放奖励">{sum(data.paid)}</Row>
      </Card>
      <Card title="办得多快">
        <Row label="采用">{minuteWords(medians.accepted)}</Row>
        <Row label="派出">{minuteWords(medians.dispatched)}</Row>
        <Row label="到现场">{minuteWords(medians.onSite)}</Row>
        <Row label="办结">{minuteWords(medians.done)}</Row>
        <View className="zq-fine">从收到算起。一半的线索比这个快，一半比这个慢。</View>
      </Card>
      <Card title="每个月多少条">
        <Counts
          caption="每个月的线索"
          title="月份"
          rows={months.map(({ month, tips }) => ({ word: monthWords(month), tips }))}
        />
      </Card>
      <Card title="每个地方多少条">
        <Counts
          caption="每个地方的线索"
          title="地方"
          rows={areas.map(({ area, tips }) => ({ word: area, tips }))}
        />
      </Card>
      <View className="zq-fine">{`数字截至${showDay(data.asOf)}。`}</View>
    </>
  );
}

const sum = (fen: Fen | null) => (fen === null ? TOO_FEW : <Money fen={fen} />);

interface CountsProps {
  caption: string;
  title: string;
  rows: { word: string; tips: number | null }[];
}

function Counts({ caption, title, rows }: CountsProps) {
  if (rows.length === 0) return <Notice>这段时间没有线索。可以换一段时间再看。</Notice>;
  return (
    <DeskTable
      caption={caption}
      rows={rows}
      keyOf={({ word }) => word}
      columns={[
        { key: 'word', title, cell: ({ word }) => word },
        { key: 'tips', title: '线索', right: true, cell: ({ tips }) => countWords(tips) },
      ]}
    />
  );
}
