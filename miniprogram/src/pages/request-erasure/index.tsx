import { useState } from 'react';
import type { OutputOf } from '../../../../shared/actions';
import { requestErasure } from '../../../../shared/actions/request-erasure';
import { ERASURE_SCOPE_WORDS, type ErasureScope } from '../../../../shared/cases/data-requests';
import { BigChoice, Branches, Button, Notice, Page, TextArea, View } from '../../components';
import { useDraft } from '../../drafts';
import { checkForm, type Sentences } from '../../forms';
import { goBack } from '../../parties/go';
import { Handed, useHandIn, Wrong } from '../../parties/hand-in';
import { OtherWays } from '../../parties/other-ways';
import { useQuery } from '../../query';
import { MY_DATA, REQUEST_ERASURE } from '../../routes';

type Groups = OutputOf<'get-my-data'>['groups'];

interface Draft {
  scope: ErasureScope | null;
  partyId: string | null;
  why: string;
}

/** To have taken away what need not stay; what must stay is said before he asks. */
export default function RequestErasure() {
  const query = useQuery('get-my-data', {}, { keep: false });
  return (
    <Page title="申请删除" lead="能删的删掉；按规定还要保存的，法院会说清楚到什么时候。" watermark>
      <Branches query={query} empty="">
        {({ groups }) => <Form groups={groups} />}
      </Branches>
      <OtherWays>拨打下方法院电话说明，或者带身份证到法院窗口申请。</OtherWays>
    </Page>
  );
}

const HINTS: Record<ErasureScope, string> = {
  all: '您的案件和账号里，不用再留的都删',
  case: '只删其中一件案件里的',
  account: '意见反馈、用过的登录、微信绑定。以后要用查询码重新进入',
};

function Form({ groups }: { groups: Groups }) {
  const [draft, change, clear] = useDraft<Draft>(REQUEST_ERASURE, { scope: null, partyId: null, why: '' });
  const [wrong, setWrong] = useState<Sentences>({});
  const { busy, sentence, item, handIn } = useHandIn();
  const cases = groups.filter(({ partyId }) => partyId !== null);
  const scopes: readonly ErasureScope[] = cases.length > 0 ? ['all', 'case', 'account'] : ['account'];

  async function hand(): Promise<void> {
    const partyId = draft.scope === 'case' ? (draft.partyId ?? undefined) : undefined;
    const input = { scope: draft.scope ?? undefined, partyId, why: draft.why };
    const checked = checkForm(requestErasure.input, input);
    setWrong(checked.ok ? {} : checked.sentences);
    if (!checked.ok) return;
    const submission = { input: checked.input, title: '申请删除', page: REQUEST_ERASURE, draft };
    if (await handIn({ action: 'request-erasure', ...submission })) clear();
  }

  if (item) {
    return (
      <Handed
        item={item}
        done="已交给法院。法院在十五个工作日内答复，结果在“我的信息”里看。"
        back="回到我的信息"
        onBack={() => goBack(MY_DATA)}
      />
    );
  }
  return (
    <>
      <BigChoice
        name="scope"
        label="删除哪些"
        choices={scopes.map((value) => ({ value, word: ERASURE_SCOPE_WORDS[value], hint: HINTS[value] }))}
        value={draft.scope}
        onChoose={(scope) => change({ scope })}
        error={wrong.scope}
      />
      {draft.scope === 'case' ? (
        <BigChoice
          name="partyId"
          label="哪一件"
          choices={cases.map(({ partyId, title }) => ({ value: partyId!, word: title }))}
          value={draft.partyId}
          onChoose={(partyId) => change({ partyId })}
          error={wrong.partyId}
        />
      ) : null}
      {draft.scope && draft.scope !== 'account' ? <MustStay cases={cases} /> : null}
      <TextArea
        name="why"
        label="为什么要删"
        maxLength={1000}
        value={draft.why}
        onChange={(why) => change({ why })}
        error={wrong.why}
      />
      <Wrong sentences={wrong} sentence={sentence} />
      <Button busy={busy} busyText="正在提交…" name="request-erasure" onTap={() => void hand()}>
        提交申请
      </Button>
    </>
  );
}

function MustStay({ cases }: { cases: Groups }) {
  return (
    <Notice>
      办案需要的信息，期限不到不能删：
      {cases.map(({ title, stays, partyId }) => (
        <View key={partyId}>{`${title}——${stays}。`}</View>
      ))}
    </Notice>
  );
}
