import { useState } from 'react';
import { call } from '../../api';
import { Branches, Button, Notice, Page, View } from '../../components';
import { sentenceOf } from '../../errors';
import { useQuery } from '../../query';
import { session } from '../../session';
import { goToFirstPage } from '../../sign-in';
import { ChangePassword } from './change-password';
import { OneTimeCodes } from './one-time-codes';

const STEPS = { password: '第一步，共两步', 'one-time-codes': '第二步，共两步' } as const;

/** The first sign-in: a password of one's own, then the six digits of one's own telephone. */
export default function SetUpSignIn() {
  const query = useQuery('get-me', {}, { keep: false });
  const [fault, setFault] = useState<string | null>(null);

  async function finish(): Promise<void> {
    try {
      const me = await call('get-me', {});
      session.recognise(me);
      goToFirstPage(me);
    } catch (error) {
      setFault(sentenceOf(error));
    }
  }

  return (
    <Page title="设置登录" lead="只在第一次登录、换密码或换手机时办理。">
      <Branches query={query} empty="">
        {({ setUp }) => (
          <>
            {setUp ? <View className="zq-strong">{STEPS[setUp]}</View> : null}
            {setUp === 'password' ? <ChangePassword onDone={() => void query.reload()} /> : null}
            {setUp === 'one-time-codes' ? <OneTimeCodes onDone={() => void finish()} /> : null}
            {setUp ? null : <Anew onDone={() => void finish()} />}
          </>
        )}
      </Branches>
      {fault ? <Notice kind="danger">{fault}</Notice> : null}
    </Page>
  );
}

/** Later, of one's own accord. */
function Anew({ onDone }: { onDone: () => void }) {
  const [what, setWhat] = useState<'password' | 'one-time-codes' | null>(null);
  if (what === 'password') return <ChangePassword onDone={onDone} />;
  if (what === 'one-time-codes') return <OneTimeCodes hasCodes onDone={onDone} />;
  return (
    <>
      <Button name="change-password" onTap={() => setWhat('password')}>
        修改密码
      </Button>
      <Button kind="secondary" name="change-codes" onTap={() => setWhat('one-time-codes')}>
        换一部手机收验证码
      </Button>
    </>
  );
}
