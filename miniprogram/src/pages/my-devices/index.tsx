import type { OutputOf } from '../../../../shared/actions';
import { showMoment } from '../../../../shared/day';
import { useAct } from '../../act';
import { Branches, Button, Card, Notice, Page, Row, Tag } from '../../components';
import { useQuery } from '../../query';
import { leave } from '../../sign-in';

type Session = OutputOf<'list-sessions'>['sessions'][number];

/** Where one is signed in, and the way to end it elsewhere: a telephone that was lost, say. */
export default function MyDevices() {
  const query = useQuery('list-sessions', {}, { keep: false });
  return (
    <Page title="登录的设备" lead="有不认识的，或者手机丢了，在这里让它退出，再去改密码。">
      <Branches query={query} empty="没有登录的设备。">
        {({ sessions }) =>
          sessions.map((one) => <Device one={one} key={one.sessionId} onEnded={() => void query.reload()} />)
        }
      </Branches>
    </Page>
  );
}

function Device({ one, onEnded }: { one: Session; onEnded: () => void }) {
  const { busy, sentence, run } = useAct('end-session');
  async function end(): Promise<void> {
    if (await run({ sessionId: one.sessionId })) onEnded();
  }
  return (
    <Card title={one.device || '其他设备'} tag={one.isThis ? <Tag tone="going">本机</Tag> : undefined}>
      <Row label="登录时间">{showMoment(new Date(one.since))}</Row>
      <Row label="最近使用">{showMoment(new Date(one.lastUsed))}</Row>
      {sentence ? <Notice kind="danger">{sentence}</Notice> : null}
      <Button
        small
        kind="secondary"
        name={`end:${one.sessionId}`}
        busy={busy}
        onTap={() => (one.isThis ? leave() : void end())}
      >
        {one.isThis ? '退出本机' : '让它退出'}
      </Button>
    </Card>
  );
}
