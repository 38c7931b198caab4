import { useState } from 'react';
import { Branches, Button, Field, Notice, Page, View } from '../../components';
import { useQuery } from '../../query';
import { ACCOUNTS } from '../../routes';
import { navAt } from '../nav';
import { AccountCard } from './account-card';
import { AddAccount } from './add-account';

/** Who works with the system, and in which roles; for the administrator, who sees no case. */
export default function Accounts() {
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const query = useQuery('list-accounts', { search }, { keep: false });
  const again = () => void query.reload();
  return (
    <Page
      title="账号和身份"
      lead="谁可以登录、有什么身份、管到哪里、从哪天到哪天。结束身份马上生效，正在用的页面也看不到了。"
      nav={navAt(ACCOUNTS)}
    >
      <AddAccount onDone={again} />
      <View className="zq-search">
        <Field name="search" label="找人" hint="姓名或登录名" optional value={typed} onChange={setTyped} />
        <Button small kind="secondary" name="search" onTap={() => setSearch(typed.trim())}>
          查找
        </Button>
      </View>
      <Branches query={query} empty="没有找到。">
        {({ accounts, more }) => (
          <>
            {accounts.map((one) => (
              <AccountCard account={one} key={one.accountId} onChanged={again} />
            ))}
            {accounts.length === 0 ? <Notice>没有找到，请换一个姓名或登录名。</Notice> : null}
            {more ? <Notice>还有更多，请填姓名再找。</Notice> : null}
          </>
        )}
      </Branches>
    </Page>
  );
}
