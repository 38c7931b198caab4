import { useState } from 'react';
import type { OutputOf } from '../../../../shared/actions';
import { SOUGHT_WORDS } from '../../../../shared/cases/bounty-notice';
import { showDay } from '../../../../shared/day';
import { Branches, Button, Card, Page, Row } from '../../components';
import { Pager } from '../../court/pager';
import { go } from '../../parties/go';
import { useQuery } from '../../query';
import { BOUNTY_NOTICE, FOLLOWED_AREAS, MY_TIP, SUBMIT_TIP } from '../../routes';
import { promiseWords } from '../promise-words';

type Notice = OutputOf<'list-bounty-notices'>['notices'][number];

/** The published notices, for anybody. Nothing of them stays on the telephone: they are taken down one day. */
export default function BountyNotices() {
  const [page, setPage] = useState(1);
  const query = useQuery(
    'list-bounty-notices',
    { page },
    { isEmpty: ({ notices }) => notices.length === 0, keep: false },
  );
  return (
    <Page title="悬赏公告" lead="法院征集财产线索。线索属实、收回了钱的，按公告奖励。">
      <Button name="submit-tip" onTap={() => go(SUBMIT_TIP)}>
        我有线索
      </Button>
      <Button kind="secondary" name="my-tip" onTap={() => go(MY_TIP)}>
        查看我的线索
      </Button>
      <Branches
        query={query}
        empty="现在没有正在发布的公告。知道财产线索的，也可以点上面“我有线索”告诉法院。"
      >
        {(data) => (
          <>
            {data.notices.map((notice) => (
              <NoticeCard notice={notice} key={notice.number} />
            ))}
            {data.pages > 1 ? (
              <Pager page={data.page} pages={data.pages} total={data.total} unit="份" onPage={setPage} />
            ) : null}
          </>
        )}
      </Branches>
      <Button kind="quiet" name="followed-areas" onTap={() => go(FOLLOWED_AREAS)}>
        关注乡镇的新公告
      </Button>
    </Page>
  );
}

function NoticeCard({ notice }: { notice: Notice }) {
  const { number, debtorName, area, sought, expiresDay } = notice;
  return (
    <Card title={debtorName}>
      <Row label="地区">{area}</Row>
      <Row label="征集什么">{SOUGHT_WORDS[sought]}</Row>
      <Row label="奖励">{promiseWords(notice)}</Row>
      <Row label="有效期">到{showDay(expiresDay)}</Row>
      <Button kind="secondary" name={`notice:${number}`} onTap={() => go(BOUNTY_NOTICE, { number })}>
        看公告
      </Button>
    </Card>
  );
}
