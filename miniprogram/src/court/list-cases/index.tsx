import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import {
  CASE_STATUS_WORDS,
  CASE_STATUSES,
  type CaseStatus,
  caseCan,
} from '../../../../shared/cases/case-status';
import { Branches, Button, Field, Page, View } from '../../components';
import { useQuery } from '../../query';
import { EXPORTS, LIST_CASES } from '../../routes';
import { navAt } from '../nav';
import { Pager } from '../pager';
import { StartSupervision } from '../start-supervision';
import { CaseTable } from './case-table';

/** All cases of the court; those that wait can be ticked and started together. */
export default function ListCases() {
  const asked = useRouter().params.status as CaseStatus | undefined;
  const [status, setStatus] = useState<CaseStatus | undefined>(asked);
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(1);
  const [ticked, tick] = useState<string[]>([]);
  const query = useQuery(
    'list-cases',
    { status, search: search || undefined, page },
    { isEmpty: (data) => data.cases.length === 0 },
  );
  const show = (next: CaseStatus | undefined) => {
    setStatus(next);
    setPage(1);
    tick([]);
  };
  return (
    <Page title="全部案件" nav={navAt(LIST_CASES)} watermark>
      <View className="zq-filters" role="group" label="按状态看">
        <Button small kind={status ? 'quiet' : 'secondary'} onTap={() => show(undefined)}>
          全部
        </Button>
        {CASE_STATUSES.map((one) => (
          <Button small key={one} kind={status === one ? 'secondary' : 'quiet'} onTap={() => show(one)}>
            {CASE_STATUS_WORDS[one]}
          </Button>
        ))}
      </View>
      <View className="zq-search">
        <Field name="search" label="按案号或姓名找" value={typed} onChange={setTyped} optional />
        <Button
          small
          kind="secondary"
          onTap={() => {
            setSearch(typed.trim());
            setPage(1);
          }}
        >
          查找
        </Button>
        <Button
          small
          kind="quiet"
          name="export"
          onTap={() => void Taro.navigateTo({ url: `${EXPORTS}?status=${status ?? ''}` })}
        >
          申请导出清单
        </Button>
      </View>
      <StartSupervision
        caseIds={ticked}
        onDone={() => {
          tick([]);
          void query.reload();
        }}
      />
      <Branches query={query} empty="没有符合条件的案件。可以换一个状态，或清空搜索词。">
        {(data) => (
          <>
            <CaseTable
              cases={data.cases}
              ticked={ticked}
              canTick={(line) => caseCan('startSupervision', line.status)}
              onTick={tick}
            />
            <Pager page={data.page} pages={data.pages} total={data.total} unit="件" onPage={setPage} />
          </>
        )}
      </Branches>
    </Page>
  );
}
