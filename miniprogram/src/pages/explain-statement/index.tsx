import { useRouter } from '@tarojs/taro';
import { useRef, useState } from 'react';
import type { OutputOf } from '../../../../shared/actions';
import { COURT_ROLES } from '../../../../shared/cases/roles';
import { showDay } from '../../../../shared/day';
import { Branches, Button, DayField, Page } from '../../components';
import { platform } from '../../platform';
import { useQuery } from '../../query';
import { hasRole, useSession } from '../../session';
import { Sheet } from './sheet';

export type Explanation = OutputOf<'explain-statement'>;

/** How the figure of a case comes about, on a day that the reader picks; one sheet of A4 when printed. */
export default function ExplainStatement() {
  const { caseId = '' } = useRouter().params;
  const { me } = useSession();
  const [picked, pick] = useState('');
  const [asOf, reckonTo] = useState('');
  // Today's account is kept like the case itself; the days that somebody tries out are not, nor is anything at the court.
  const keep = asOf === '' && !hasRole(me, ...COURT_ROLES);
  const query = useQuery('explain-statement', asOf ? { caseId, asOf } : { caseId }, { keep });
  const read = useRef<Explanation>();
  if (query.state === 'ready') read.current = query.data;
  const range = read.current?.range;
  const outside = range && picked !== '' && (picked < range.from || picked > range.to);

  function choose(day: string): void {
    pick(day);
    if (range && day >= range.from && day <= range.to) reckonTo(day);
  }

  return (
    <Page title="怎么算的" watermark={query.state === 'ready' ? query.data.watermark : true}>
      {range ? (
        <DayField
          name="asOf"
          label="算到哪一天"
          hint="想知道以后哪天付要付多少，改这个日期"
          value={picked || (read.current?.asOf ?? '')}
          onChange={choose}
          from={range.from}
          to={range.to}
          error={outside ? `请选${showDay(range.from)}到${showDay(range.to)}之间的日子。` : undefined}
        />
      ) : null}
      <Branches query={query} empty="没有找到这件案件，请从首页重新进入。">
        {(explanation) => (
          <>
            <Sheet explanation={explanation} />
            {platform.kind === 'h5' ? (
              <Button kind="secondary" onTap={() => platform.print()}>
                打印
              </Button>
            ) : null}
          </>
        )}
      </Branches>
    </Page>
  );
}
