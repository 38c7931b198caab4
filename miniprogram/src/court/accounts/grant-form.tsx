import { useState } from 'react';
import { grantRole } from '../../../../shared/actions/grant-role';
import { COURT_ROLES, LIAISON_ROLES, ROLE_WORDS } from '../../../../shared/cases/roles';
import { dayAt } from '../../../../shared/day';
import { useAct } from '../../act';
import { BigChoice, Branches, Button, DayField, Heading, Notice, View } from '../../components';
import { checkForm, type Sentences } from '../../forms';
import { platform } from '../../platform';
import { useQuery } from '../../query';
import { VillagePicker } from '../village-picker';

const GRANTABLE = [...LIAISON_ROLES, ...COURT_ROLES, 'admin'] as const;
type Grantable = (typeof GRANTABLE)[number];

const CHOICES = GRANTABLE.map((role) => ({ value: role, word: ROLE_WORDS[role] }));

interface Place {
  villageId?: string;
  townId?: string;
  teamId?: string;
}

/** A role, the place that it reaches, and its days. */
export function GrantForm({ accountId, onDone }: { accountId: string; onDone: () => void }) {
  const [role, setRole] = useState<Grantable | null>(null);
  const [place, setPlace] = useState<(Place & { words: string }) | null>(null);
  const [from, setFrom] = useState<string>(dayAt(platform.now()));
  const [to, setTo] = useState('');
  const [wrong, setWrong] = useState<Sentences>({});
  const { busy, sentence, run } = useAct('grant-role');

  async function save(): Promise<void> {
    const { words: _, ...where } = place ?? { words: '' };
    const checked = checkForm(grantRole.input, { accountId, role, ...where, from, to: to || undefined });
    setWrong(checked.ok ? {} : checked.sentences);
    if (checked.ok && (await run(checked.input))) onDone();
  }

  return (
    <View>
      <Heading level={3}>加一个身份</Heading>
      <BigChoice
        name="role"
        label="身份"
        choices={CHOICES}
        value={role}
        onChoose={(next) => {
          setRole(next);
          setPlace(null);
        }}
        error={wrong.role}
      />
      {place ? (
        <View className="zq-strong">{place.words}</View>
      ) : (
        <PlacePicker role={role} onPick={setPlace} />
      )}
      <DayField name="from" label="从哪天起" value={from} onChange={setFrom} error={wrong.from} />
      <DayField
        name="to"
        label="到哪天止"
        hint="不知道就不填，离任时再结束"
        optional
        value={to}
        onChange={setTo}
        from={from || undefined}
        error={wrong.to}
      />
      {sentence ? <Notice kind="danger">{sentence}</Notice> : null}
      <Button small name="grant" busy={busy} busyText="正在保存…" onTap={() => void save()}>
        登记这个身份
      </Button>
    </View>
  );
}

interface PickerProps {
  role: Grantable | null;
  onPick: (place: Place & { words: string }) => void;
}

function PlacePicker({ role, onPick }: PickerProps) {
  if (role === 'village-liaison') {
    return <VillagePicker onPick={(villageId, words) => onPick({ villageId, words })} />;
  }
  if (role === 'town-liaison') return <TownOrTeam kind="town" onPick={onPick} />;
  if (role === 'officer') return <TownOrTeam kind="team" onPick={onPick} />;
  return null;
}

function TownOrTeam({ kind, onPick }: Pick<PickerProps, 'onPick'> & { kind: 'town' | 'team' }) {
  const query = useQuery('list-areas', {});
  return (
    <Branches query={query} empty="还没有录入镇村和团队。">
      {({ towns, teams }) => (
        <View className="zq-choices" role="group" label={kind === 'town' ? '镇街' : '执行团队'}>
          {kind === 'town'
            ? towns.map(({ townId, name }) => (
                <Button small kind="secondary" key={townId} onTap={() => onPick({ townId, words: name })}>
                  {name}
                </Button>
              ))
            : teams.map(({ teamId, name }) => (
                <Button small kind="secondary" key={teamId} onTap={() => onPick({ teamId, words: name })}>
                  {name}
                </Button>
              ))}
        </View>
      )}
    </Branches>
  );
}
