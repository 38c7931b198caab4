import { Button, Card, Notice, Row } from '../../components';
import type { Shown } from './index';

/** Alone on the screen, and only in the memory of this page: gone with a tap, or when the page is left. */
export function Identity({ shown: { number, who }, onClose }: { shown: Shown; onClose: () => void }) {
  return (
    <Card title={`线索 ${number} 号的提供人`}>
      <Notice kind="warning">只给您看。不要拍照、抄写给别人，也不要告诉办案的人。</Notice>
      <Row label="姓名">{who.name}</Row>
      <Row label="身份证号码">{who.idNumber}</Row>
      <Row label="手机号码">{who.phone}</Row>
      <Row label="开户行">{who.bankName || '没有填'}</Row>
      <Row label="收款账号">{who.bankAccount}</Row>
      <Button name="close-identity" onTap={onClose}>
        看完了
      </Button>
    </Card>
  );
}
