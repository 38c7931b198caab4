import { useState } from 'react';
import type { Fen } from '../../../../shared/money';
import {
  BigChoice,
  Branches,
  Button,
  Card,
  type Choice,
  DeskTable,
  Money,
  Notice,
  Page,
  Row,
  Steps,
  Tag,
  Timeline,
  View,
} from '../../components';
import { GalleryForm } from './form';

const OUTCOMES: Choice<string>[] = [
  { value: 'contacted', word: '已联系', hint: '人找到了，话带到了' },
  { value: 'willing', word: '愿履行', hint: '愿意付，或愿意谈' },
  { value: 'unreachable', word: '联系不上', hint: '没有人，电话不通' },
  { value: 'hardship', word: '有困难', hint: '想付但付不出' },
];

const ROWS = [
  { number: '（2026）浙9999民初123号', town: '溪口镇', owed: 1_234_500 as Fen, state: '等待确认' },
  { number: '（2026）浙9999民初98号', town: '云岭乡', owed: 80_000 as Fen, state: '督促中' },
];

const reload = async () => {};

/** For developers: every component, in both sizes of letters. No page leads here. */
export default function Gallery() {
  const [outcome, setOutcome] = useState<string | null>('willing');
  const [busy, setBusy] = useState(false);
  return (
    <Page
      title="组件一览"
      lead="给开发人员看的页面：每个组件各一例。"
      watermark="组件一览 2026-03-05 09:02"
      nav={[
        { word: '组件一览', url: '/pages/gallery/index', here: true },
        { word: '首页', url: '/pages/home/index' },
      ]}
    >
      <Steps names={['核对身份', '查看应付', '登记付款']} at={1} />
      <Notice>正在督促的案件，可以随时申请执行。</Notice>
      <Notice kind="done">已送出，法院和权利人都会看到。</Notice>
      <Notice kind="warning">还有 3 天到期，逾期会产生迟延履行利息。</Notice>
      <Notice kind="danger">没有办成：支付日期不能晚于今天，请核对。</Notice>

      <Card title="今天应付" tag={<Tag tone="going">督促中</Tag>}>
        <Money fen={1_234_567 as Fen} large />
        <Row label="案号">（2026）浙9999民初123号</Row>
        <Row label="到期日">2026年3月31日</Row>
        <Row label="等一天">
          多付 <Money fen={219 as Fen} />
        </Row>
      </Card>
      <Card title="可以点进去的卡片" tag={<Tag tone="late">已逾期 2 天</Tag>} onTap={() => {}}>
        <View>整张卡片都能点，也能用键盘选中。</View>
      </Card>
      <View className="zq-text">
        <Tag>未开始</Tag> <Tag tone="going">办理中</Tag> <Tag tone="done">已履行</Tag>{' '}
        <Tag tone="late">已逾期</Tag> <Tag tone="stopped">已撤回</Tag>
      </View>

      <BigChoice name="outcome" label="走访结果" choices={OUTCOMES} value={outcome} onChoose={setOutcome} />
      <GalleryForm />
      <Button busy={busy} busyText="正在送出…" onTap={() => setBusy(true)}>
        提交走访记录
      </Button>
      <Button kind="secondary" onTap={() => setBusy(false)}>
        先存草稿
      </Button>
      <Button kind="danger" onTap={() => {}}>
        撤回督促
      </Button>
      <Button kind="quiet" onTap={() => {}}>
        这件事不该我办
      </Button>
      <Button disabled onTap={() => {}}>
        现在不能提交
      </Button>

      <Card title="进展">
        <Timeline
          moments={[
            { when: '3月5日 09:02', what: '权利人确认收到', detail: '全部付清' },
            { when: '3月4日 16:40', what: '义务人登记付款，等待确认' },
            { when: '3月1日 08:30', what: '法院发出督促履行通知书' },
          ]}
        />
      </Card>
      <DeskTable
        caption="卡住的案件"
        keyOf={(row) => row.number}
        rows={ROWS}
        columns={[
          { key: 'number', title: '案号', cell: (row) => row.number },
          { key: 'town', title: '乡镇', cell: (row) => row.town },
          { key: 'owed', title: '尚欠', cell: (row) => <Money fen={row.owed} />, right: true },
          { key: 'state', title: '状态', cell: (row) => <Tag tone="going">{row.state}</Tag> },
          {
            key: 'act',
            title: '办理',
            cell: () => (
              <Button small kind="secondary" onTap={() => {}}>
                提醒联络员
              </Button>
            ),
          },
        ]}
      />
      <Branches query={{ state: 'loading', reload }} empty="">
        {() => null}
      </Branches>
      <Branches query={{ state: 'failed', sentence: '没有连上网络。请检查网络后再试。', reload }} empty="">
        {() => null}
      </Branches>
      <Branches query={{ state: 'empty', reload }} empty="今天没有待办。有新的任务会在这里出现。">
        {() => null}
      </Branches>
      <Branches
        query={{ state: 'ready', stale: true, readAt: '2026-03-05T01:02:00Z', data: 3, reload }}
        empty=""
      >
        {(count) => <View>待办 {count} 件</View>}
      </Branches>
    </Page>
  );
}
