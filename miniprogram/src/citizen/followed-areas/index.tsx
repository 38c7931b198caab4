import { useState } from 'react';
import type { OutputOf } from '../../../../shared/actions';
import { useAct } from '../../act';
import { Branches, Button, Notice, Page, Tap, Text, View } from '../../components';
import { go } from '../../parties/go';
import { useQuery } from '../../query';
import { CLAIM_ACCESS, SIGN_IN } from '../../routes';
import { useSession } from '../../session';

type Town = OutputOf<'list-followed-areas'>['towns'][number];

/** Which towns' new notices he is told of. The only page here that has to know whom to tell. */
export default function FollowedAreas() {
  const { me } = useSession();
  return (
    <Page title="关注乡镇" lead="有新公告时提醒您。提醒里只写乡镇，不写公告内容。">
      {me ? <Towns /> : <NotSignedIn />}
    </Page>
  );
}

function NotSignedIn() {
  return (
    <>
      <View className="zq-text">
        要提醒到您，先要知道提醒谁，所以这一项需要进入以后才能用。看公告、提供线索不需要。
      </View>
      <Button name="claim-access" onTap={() => go(CLAIM_ACCESS)}>
        我是案件当事人，用短信查询码进入
      </Button>
      <Button kind="secondary" name="sign-in" onTap={() => go(SIGN_IN)}>
        我是法院、镇村工作人员，登录
      </Button>
    </>
  );
}

function Towns() {
  const query = useQuery(
    'list-followed-areas',
    {},
    { isEmpty: ({ towns }) => towns.length === 0, keep: false },
  );
  return (
    <Branches query={query} empty="现在还没有可以关注的乡镇，请以后再来看。">
      {({ towns }) => towns.map((town) => <TownSwitch town={town} key={town.townId} />)}
    </Branches>
  );
}

function TownSwitch({ town: { townId, name, follows: before } }: { town: Town }) {
  const [follows, setFollows] = useState(before);
  const { busy, sentence, run } = useAct('follow-area');
  async function turn(): Promise<void> {
    if (await run({ townId, follows: !follows })) setFollows(!follows);
  }
  return (
    <View className="zq-field">
      <Tap
        className={`zq-check ${follows ? 'is-chosen' : ''}`}
        role="switch"
        name={`follow:${townId}`}
        checked={follows}
        busy={busy}
        onTap={() => void turn()}
      >
        <Text className="zq-check__box" silent>
          {follows ? '✓' : ''}
        </Text>
        <Text>{follows ? `${name}（已关注）` : name}</Text>
      </Tap>
      {sentence ? <Notice kind="warning">{sentence}</Notice> : null}
    </View>
  );
}
