import Taro from '@tarojs/taro';
import { Button, Card, Row } from '../../components';
import { READ_TIP } from '../../routes';
import type { Tip } from '.';
import { standingWords } from './standing';

/** Others that tell the same, or may; each is opened, and recorded, by itself. */
export function OtherTips({ tip }: { tip: Tip }) {
  return (
    <>
      <List title="同一线索的" tips={tip.sameClue} />
      <List title="可能是同一线索的" tips={tip.maybeSame} />
    </>
  );
}

function List({ title, tips }: { title: string; tips: Tip['sameClue'] }) {
  if (tips.length === 0) return null;
  return (
    <Card title={title}>
      {tips.map(({ tipId, number, standing }) => (
        <Row label={`${number} 号`} key={tipId}>
          {standingWords(standing)}{' '}
          <Button
            small
            kind="quiet"
            name={`open:${tipId}`}
            onTap={() => void Taro.navigateTo({ url: `${READ_TIP}?tipId=${tipId}` })}
          >
            {`打开 ${number} 号`}
          </Button>
        </Row>
      ))}
    </Card>
  );
}
