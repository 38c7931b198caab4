import Taro from '@tarojs/taro';
import { useState } from 'react';
import { Branches, Notice, Page } from '../../components';
import { navAt } from '../../court/nav';
import { useQuery } from '../../query';
import { DUTY } from '../../routes';
import { AddShift } from './add-shift';
import { ShiftTable } from './shift-table';

/** Who looks after tips, by day and by night. */
export default function Duty() {
  const [done, setDone] = useState<string | null>(null);
  const [added, setAdded] = useState(0);
  const query = useQuery('list-duty', {}, { keep: false });
  const finish = (sentence: string) => {
    setDone(sentence);
    void query.reload();
    void Taro.pageScrollTo({ scrollTop: 0 });
  };
  const add = (sentence: string) => {
    setAdded(added + 1);
    finish(sentence);
  };
  return (
    <Page
      title="值班表"
      lead="线索白天夜里都要有人接。新线索会提醒正在值班的人。"
      nav={navAt(DUTY)}
      watermark
    >
      {done ? <Notice kind="done">{done}</Notice> : null}
      <Branches query={query} empty="">
        {({ shifts, staff }) => (
          <>
            {shifts.some(({ isNow }) => isNow) ? null : (
              <Notice kind="danger">现在没有人值班，新线索没有人接。请在下面加一班。</Notice>
            )}
            {shifts.length > 0 ? <ShiftTable shifts={shifts} onRemoved={finish} /> : null}
            {staff.length > 0 ? (
              // A new form for the next shift.
              <AddShift staff={staff} onDone={add} key={added} />
            ) : (
              <Notice kind="warning">还没有人有“线索值班”的身份。请联系系统管理员登记。</Notice>
            )}
          </>
        )}
      </Branches>
    </Page>
  );
}
