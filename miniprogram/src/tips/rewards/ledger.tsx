import { LEDGER_ACCOUNT_WORDS } from '../../../../shared/cases/reward';
import { type Fen, sumFen, ZERO_FEN } from '../../../../shared/money';
import { DeskTable, Money, Notice, View } from '../../components';
import type { Reward } from './reward-card';

interface LedgerProps {
  entries: Reward['ledger'];
  number: number;
}

/** Where the money comes from beside where it goes; the two sums stand below, so that anybody can compare them. */
export function Ledger({ entries, number }: LedgerProps) {
  if (entries.length === 0) return null;
  const debit = sumFen(entries.map((entry) => entry.debit));
  const credit = sumFen(entries.map((entry) => entry.credit));
  const lines = [
    ...entries.map((entry) => ({ ...entry, word: LEDGER_ACCOUNT_WORDS[entry.account] })),
    { account: 'sum', word: '合计', debit, credit },
  ];
  return (
    <>
      <DeskTable
        caption={`线索 ${number} 号的账目`}
        rows={lines}
        keyOf={({ account }) => account}
        columns={[
          { key: 'account', title: '账目', cell: ({ word }) => <View className="zq-strong">{word}</View> },
          { key: 'debit', title: '钱从哪里来', right: true, cell: (line) => sum(line.debit) },
          { key: 'credit', title: '钱到哪里去', right: true, cell: (line) => sum(line.credit) },
        ]}
      />
      {debit === credit ? (
        <View className="zq-fine">两边合计相等。</View>
      ) : (
        <Notice kind="danger">两边合计不相等。请先不要发放，马上告诉系统管理员。</Notice>
      )}
    </>
  );
}

const sum = (fen: Fen) => (fen === ZERO_FEN ? '' : <Money fen={fen} />);
