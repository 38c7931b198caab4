import { useState } from 'react';
import type { OutputOf } from '../../../../shared/actions';
import { ROLE_WORDS } from '../../../../shared/cases/roles';
import { showDay } from '../../../../shared/day';
import { useAct } from '../../act';
import { Button, Card, Notice, Row, Tag, View } from '../../components';
import { GivenPassword } from './add-account';
import { GrantForm } from './grant-form';

export type Account = OutputOf<'list-accounts'>['accounts'][number];

const SIGN_IN_WORDS: Record<Account['signIn'], string> = {
  none: '没有登录名',
  new: '还没有设好密码和手机',
  ready: '已设好',
};

interface CardProps {
  account: Account;
  onChanged: () => void;
}

export function AccountCard({ account, onChanged }: CardProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Card
      title={account.name}
      tag={account.disabled ? <Tag tone="stopped">已停用</Tag> : undefined}
      name={`account:${account.accountId}`}
    >
      <Row label="手机">{account.phoneMasked ?? '没有登记'}</Row>
      <Row label="登录">{[account.loginName, SIGN_IN_WORDS[account.signIn]].filter(Boolean).join('，')}</Row>
      {account.grants.map((grant) => (
        <Grant grant={grant} key={grant.grantId} onEnded={onChanged} />
      ))}
      {isOpen ? (
        <>
          <GrantForm accountId={account.accountId} onDone={onChanged} />
          <SignInOf account={account} onChanged={onChanged} />
        </>
      ) : null}
      <Button small kind="quiet" name={`open:${account.accountId}`} onTap={() => setOpen(!isOpen)}>
        {isOpen ? '收起' : '加身份、重置登录、停用'}
      </Button>
    </Card>
  );
}

function Grant({ grant, onEnded }: { grant: Account['grants'][number]; onEnded: () => void }) {
  const { busy, sentence, run } = useAct('end-grant');
  const until = grant.to ? `到${showDay(grant.to)}` : '没有期限';
  async function end(): Promise<void> {
    if (await run({ grantId: grant.grantId })) onEnded();
  }
  return (
    <View>
      <Row label={ROLE_WORDS[grant.role]}>{`${grant.reach} ${showDay(grant.from)}起，${until}`.trim()}</Row>
      {sentence ? <Notice kind="danger">{sentence}</Notice> : null}
      <Button small kind="secondary" name={`end:${grant.grantId}`} busy={busy} onTap={() => void end()}>
        现在结束这个身份
      </Button>
    </View>
  );
}

function SignInOf({ account, onChanged }: CardProps) {
  const [password, setPassword] = useState<string | null>(null);
  const { busy, sentence, run } = useAct('save-account');
  const { accountId, name, loginName, disabled } = account;
  async function save(change: { disabled?: boolean; resetSignIn?: boolean }): Promise<void> {
    const answer = await run({ accountId, name, ...change });
    if (!answer) return;
    setPassword(answer.oneTimePassword);
    onChanged();
  }
  return (
    <View>
      {password && loginName ? <GivenPassword loginName={loginName} password={password} /> : null}
      {sentence ? <Notice kind="danger">{sentence}</Notice> : null}
      {loginName ? (
        <Button
          small
          kind="secondary"
          name="reset"
          busy={busy}
          onTap={() => void save({ resetSignIn: true })}
        >
          忘了密码或丢了手机，重置登录
        </Button>
      ) : null}
      <Button
        small
        kind="secondary"
        name="disable"
        busy={busy}
        onTap={() => void save({ disabled: !disabled })}
      >
        {disabled ? '恢复这个账号' : '停用这个账号'}
      </Button>
    </View>
  );
}
