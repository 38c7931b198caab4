import { ROLE_WORDS } from '../../../../shared/cases/roles';
import { Button, Card, Row } from '../../components';
import { HOME } from '../../routes';
import type { Me } from '../../session';
import { firstPageOf, goToFirstPage, leave } from '../../sign-in';

/** Who is signed in on this telephone, the way on, and the way out. */
export function Greeting({ me }: { me: Me }) {
  return (
    <Card title={`${me.name}，您好`}>
      {me.roles.map(({ role, reach }) => (
        <Row label="身份" key={`${role} ${reach}`}>
          {ROLE_WORDS[role]} {reach}
        </Row>
      ))}
      {firstPageOf(me) === HOME ? null : (
        <Button name="continue" onTap={() => goToFirstPage(me)}>
          继续办理
        </Button>
      )}
      <Button kind="quiet" name="leave" onTap={leave}>
        不是我，退出
      </Button>
    </Card>
  );
}
