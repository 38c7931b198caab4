import { useState } from 'react';
import { getTipFigures } from '../../../../shared/actions/get-tip-figures';
import { FEWEST_TOLD } from '../../../../shared/cases/tip-figures';
import { addDays, addMonths, type Day, dayAt, showDay } from '../../../../shared/day';
import { Branches, Button, DayField, Page, View } from '../../components';
import { navAt } from '../../court/nav';
import { checkForm, type Sentences } from '../../forms';
import { platform } from '../../platform';
import { useQuery } from '../../query';
import { FIGURES } from '../../routes';
import { Figures } from './figures';

interface Period {
  from: Day;
  to: Day;
}

/** What tips brought, in figures; nothing that could point at one person. */
export default function FiguresPage() {
  const [period, setPeriod] = useState<Period>(() => lastTwelveMonths(platform.now()));
  const query = useQuery('get-tip-figures', period, { keep: false });
  return (
    <Page
      title="线索统计"
      lead={`只有数字，没有人名和案件。少于 ${FEWEST_TOLD} 条线索的数字不显示，免得猜出是谁提供的。`}
      nav={navAt(FIGURES)}
      watermark
    >
      <ChoosePeriod first={period} onChoose={setPeriod} />
      <View className="zq-strong">{`${showDay(period.from)}到${showDay(period.to)}`}</View>
      <Branches query={query} empty="">
        {(data) => <Figures data={data} />}
      </Branches>
    </Page>
  );
}

function lastTwelveMonths(now: Date): Period {
  const to = dayAt(now);
  return { from: addDays(addMonths(to, -12), 1), to };
}

function ChoosePeriod({ first, onChoose }: { first: Period; onChoose: (period: Period) => void }) {
  const [from, setFrom] = useState<string>(first.from);
  const [to, setTo] = useState<string>(first.to);
  const [wrong, setWrong] = useState<Sentences>({});
  function choose(): void {
    const checked = checkForm(getTipFigures.input, { from, to });
    const sentences = checked.ok ? turnedRound(checked.parsed) : checked.sentences;
    setWrong(sentences);
    if (checked.ok && !sentences.to) onChoose(checked.parsed);
  }
  return (
    <View className="zq-search">
      <DayField name="from" label="从哪天" value={from} onChange={setFrom} to={to} error={wrong.from} />
      <DayField name="to" label="到哪天" value={to} onChange={setTo} from={from} error={wrong.to} />
      <Button small kind="secondary" name="show" onTap={choose}>
        查看
      </Button>
    </View>
  );
}

const turnedRound = ({ from, to }: Period): Sentences =>
  from > to ? { to: '这一天要在开始那天之后，请重新选择。' } : {};
