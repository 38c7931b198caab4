import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { CaseStatus } from '../../../../shared/cases/case-status';
import { EXPORT_FETCHES, EXPORT_HOURS } from '../../../../shared/cases/exports';
import { Branches, Button, Notice, Page } from '../../components';
import { useQuery } from '../../query';
import { EXPORTS } from '../../routes';
import { navAt } from '../nav';
import { Pager } from '../pager';
import { Ask } from './ask';
import { ExportCard } from './export-card';

/** Lists of cases that leave the system: one person asks, another lets them go, the first one fetches them. */
export default function Exports() {
  const { status } = useRouter().params;
  const [isAsking, ask] = useState(status !== undefined);
  const [page, setPage] = useState(1);
  const [done, setDone] = useState<string | null>(null);
  const query = useQuery(
    'list-exports',
    { page },
    { isEmpty: (data) => data.exports.length === 0, keep: false },
  );
  const finish = (sentence: string) => {
    setDone(sentence);
    ask(false);
    void query.reload();
  };
  return (
    <Page
      title="导出申请"
      lead={`清单要由另一位法官或院领导批准才能下载。姓名、号码、地址默认遮住；批准后 ${EXPORT_HOURS} 小时内有效，最多下载 ${EXPORT_FETCHES} 次，每次都会留下记录。`}
      nav={navAt(EXPORTS)}
      watermark
    >
      {done ? <Notice kind="done">{done}</Notice> : null}
      {isAsking ? (
        <Ask
          status={(status || undefined) as CaseStatus | undefined}
          onDone={finish}
          onLeave={() => ask(false)}
        />
      ) : (
        <Button
          name="ask"
          onTap={() => {
            setDone(null);
            ask(true);
          }}
        >
          申请导出
        </Button>
      )}
      <Branches query={query} empty="还没有导出申请。">
        {(data) => (
          <>
            {data.exports.map((line) => (
              <ExportCard
                line={line}
                key={line.exportId}
                onDecided={finish}
                onFetched={() => void query.reload()}
              />
            ))}
            <Pager page={data.page} pages={data.pages} total={data.total} unit="份" onPage={setPage} />
          </>
        )}
      </Branches>
    </Page>
  );
}
