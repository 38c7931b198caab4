import type { OutputOf } from '../../../../shared/actions';
import { showMoment } from '../../../../shared/day';
import { Card, DeskTable, View } from '../../components';
import { CHANNEL_WORDS } from '../channel-words';

type Notice = OutputOf<'get-case'>['notices'][number];

const moment = (iso: string) => showMoment(new Date(iso));

/** Every message of the case, newest first: when, what, to whom, and what became of it. */
export function Notices({ notices }: { notices: Notice[] }) {
  if (notices.length === 0) return null;
  return (
    <Card title="发出的提醒">
      <DeskTable
        caption="发出的提醒"
        rows={notices}
        keyOf={(notice) => notice.noticeId}
        columns={[
          { key: 'at', title: '时间', cell: (notice) => moment(notice.at) },
          { key: 'to', title: '发给', cell: ({ role, to }) => `${role} ${to}` },
          { key: 'channel', title: '方式', cell: ({ channel }) => CHANNEL_WORDS[channel] },
          { key: 'step', title: '内容', cell: (notice) => <What notice={notice} /> },
          { key: 'state', title: '结果', cell: (notice) => <Outcome notice={notice} /> },
          { key: 'answer', title: '打开与回应', cell: (notice) => <Answer notice={notice} /> },
        ]}
      />
    </Card>
  );
}

function What({ notice: { step, template, version, toldWith } }: { notice: Notice }) {
  const words = version === null ? null : version === 0 ? '系统原文' : `本院用语第${version}版`;
  const fine = [template?.startsWith(step) ? null : template, words].filter(Boolean).join('，');
  return (
    <>
      <View>{step}</View>
      {toldWith ? <View className="zq-fine">{`与${toldWith}合在一条里说的`}</View> : null}
      {fine ? <View className="zq-fine">{fine}</View> : null}
    </>
  );
}

function Outcome({ notice: { state, reason, nextAt } }: { notice: Notice }) {
  return (
    <>
      <View>{reason ? `${state}：${reason}` : state}</View>
      {nextAt ? <View className="zq-fine">{`${moment(nextAt)}以后发`}</View> : null}
    </>
  );
}

function Answer({ notice: { openedAt, acknowledgedAt } }: { notice: Notice }) {
  return (
    <>
      {openedAt ? <View>{`${moment(openedAt)} 打开`}</View> : null}
      {acknowledgedAt ? <View>{`${moment(acknowledgedAt)} 有回应`}</View> : null}
      {openedAt || acknowledgedAt ? null : <View className="zq-fine">还没有</View>}
    </>
  );
}
