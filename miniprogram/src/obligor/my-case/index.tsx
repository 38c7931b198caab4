import { useRouter } from '@tarojs/taro';
import { Branches, Page } from '../../components';
import { useQuery } from '../../query';
import { MyCaseReady } from './ready';

/** The debtor's case: what is owed today, what waiting costs, and what he can do. */
export default function MyCase() {
  const { caseId = '' } = useRouter().params;
  const query = useQuery('get-my-case', { caseId });
  return (
    <Page title="我的案件" watermark={query.state === 'ready' ? query.data.watermark : true}>
      <Branches query={query} empty="没有找到这件案件，请从首页重新进入。">
        {(mine) => <MyCaseReady mine={mine} reload={() => void query.reload()} />}
      </Branches>
    </Page>
  );
}
