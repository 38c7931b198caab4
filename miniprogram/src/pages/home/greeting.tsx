import Taro from '@tarojs/taro';
import { COURT_ROLES, LIAISON_ROLES, PARTY_ROLES, ROLE_WORDS } from '../../../../shared/cases/roles';
import { Button, Card, Row } from '../../components';
import { HAND_OVER, HOME, MY_CHATS, MY_DATA, MY_DEVICES, SET_UP_SIGN_IN } from '../../routes';
import { hasRole, type Me } from '../../session';
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
      {firstPageOf(me) === HOME && !me.setUp ? null : (
        <Button name="continue" onTap={() => goToFirstPage(me)}>
          {me.setUp ? '继续设置登录' : '继续办理'}
        </Button>
      )}
      {hasRole(me, ...LIAISON_ROLES, ...COURT_ROLES, 'admin') ? <StaffLinks me={me} /> : null}
      {me.setUp ? null : (
        <Button kind="quiet" name="my-data" onTap={() => void Taro.navigateTo({ url: MY_DATA })}>
          我的信息
        </Button>
      )}
      {hasRole(me, ...LIAISON_ROLES, ...PARTY_ROLES, ...COURT_ROLES) ? (
        <Button kind="quiet" name="my-chats" onTap={() => void Taro.navigateTo({ url: MY_CHATS })}>
          在聊天里办事
        </Button>
      ) : null}
      <Button kind="quiet" name="leave" onTap={leave}>
        不是我，退出
      </Button>
    </Card>
  );
}

/** What staff look after by themselves: their holidays, and where they are signed in. */
function StaffLinks({ me }: { me: Me }) {
  const go = (url: string) => void Taro.navigateTo({ url });
  return (
    <>
      {hasRole(me, ...LIAISON_ROLES, 'officer') ? (
        <Button kind="quiet" name="hand-over" onTap={() => go(HAND_OVER)}>
          请假，交给同事
        </Button>
      ) : null}
      <Button kind="quiet" name="my-devices" onTap={() => go(MY_DEVICES)}>
        登录的设备
      </Button>
      <Button kind="quiet" name="change-sign-in" onTap={() => go(SET_UP_SIGN_IN)}>
        改密码、换手机
      </Button>
    </>
  );
}
