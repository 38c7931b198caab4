import { NOTICE_STEP_WORDS } from '../../../../shared/cases/notice-words';
import type { RungStep } from '../../../../shared/reminders/ladder';
import { CHANNELS } from '../../../../shared/reminders/weight';
import { Button, type Column, DeskTable, Field, Heading, Notice, View } from '../../components';
import { CHANNEL_WORDS } from '../channel-words';
import { Chips, Wrong } from '../chips';
import { newRung, type RungForm, STEPS, type Wrongs, whenOf, withRung } from './ladder-form';
import { AROUND_WORDS, type Around, READERS } from './ladder-words';

const CHANNEL_CHOICES = CHANNELS.map((value) => ({ value, word: CHANNEL_WORDS[value] }));

interface RungsProps {
  around: Around;
  rungs: RungForm[];
  onChange: (rungs: RungForm[]) => void;
  wrongs: Wrongs;
}

/** The rungs around one kind of day: when, to whom, by which way first. */
export function Rungs({ around, rungs, onChange, wrongs }: RungsProps) {
  const put = (step: RungStep, change: Partial<RungForm>) =>
    onChange(rungs.map((rung) => (rung.step === step ? { ...rung, ...change } : rung)));
  const remove = (step: RungStep) => onChange(rungs.filter((rung) => rung.step !== step));
  return (
    <View className="zq-setting">
      <Heading level={2}>{AROUND_WORDS[around]}</Heading>
      {rungs.length > 0 ? (
        <DeskTable
          caption={AROUND_WORDS[around]}
          rows={rungs}
          keyOf={({ step }) => step}
          columns={columns(wrongs, put, remove)}
        />
      ) : (
        <Notice kind="warning">一档也没有，这前后不会发任何提醒。</Notice>
      )}
      <Wrong sentences={wrongs[around]} />
      <AddRung around={around} rungs={rungs} onAdd={(rung) => onChange(withRung(rungs, around, rung))} />
    </View>
  );
}

type Put = (step: RungStep, change: Partial<RungForm>) => void;

const columns = (wrongs: Wrongs, put: Put, remove: (step: RungStep) => void): Column<RungForm>[] => [
  {
    key: 'step',
    title: '哪一档',
    cell: ({ step }) => <View className="zq-strong">{NOTICE_STEP_WORDS[step]}</View>,
  },
  { key: 'days', title: '哪一天', cell: (rung) => <Days rung={rung} put={put} /> },
  {
    key: 'readers',
    title: '发给谁',
    cell: ({ step, readers }) => (
      <>
        <Chips
          many
          labelUnseen
          name={`readers:${step}`}
          label={`${NOTICE_STEP_WORDS[step]}发给谁`}
          choices={READERS}
          chosen={readers}
          onTap={(reader) =>
            put(step, {
              readers: readers.includes(reader)
                ? readers.filter((one) => one !== reader)
                : [...readers, reader],
            })
          }
        />
        <Wrong sentences={wrongs[step]} />
      </>
    ),
  },
  {
    key: 'channel',
    title: '先用什么发',
    cell: ({ step, channel }) => (
      <Chips
        labelUnseen
        name={`channel:${step}`}
        label={`${NOTICE_STEP_WORDS[step]}先用什么发`}
        choices={CHANNEL_CHOICES}
        chosen={[channel]}
        onTap={(chosen) => put(step, { channel: chosen })}
      />
    ),
  },
  {
    key: 'remove',
    title: '这一档',
    cell: ({ step }) => (
      <Button
        small
        kind="quiet"
        name={`remove:${step}`}
        label={`删去${NOTICE_STEP_WORDS[step]}`}
        onTap={() => remove(step)}
      >
        删去
      </Button>
    ),
  },
];

const DAYS_WORDS = { before: '提前几天', after: '过后几天' };

function Days({ rung: { step, days }, put }: { rung: RungForm; put: Put }) {
  const when = whenOf(step);
  if (when === 'on') return '当天';
  return (
    <View className="zq-days">
      <Field
        kind="digits"
        name={`days:${step}`}
        label={DAYS_WORDS[when]}
        value={days}
        maxLength={3}
        onChange={(typed) => put(step, { days: typed })}
      />
    </View>
  );
}

interface AddRungProps {
  around: Around;
  rungs: RungForm[];
  onAdd: (rung: RungForm) => void;
}

function AddRung({ around, rungs, onAdd }: AddRungProps) {
  const missing = STEPS[around].filter((step) => !rungs.some((rung) => rung.step === step));
  if (missing.length === 0) return null;
  return (
    <View className="zq-add" role="group" label={`${AROUND_WORDS[around]}加一档`}>
      <View className="zq-fine">加一档：</View>
      {missing.map((step) => (
        <Button small kind="secondary" key={step} name={`add:${step}`} onTap={() => onAdd(newRung(step))}>
          {NOTICE_STEP_WORDS[step]}
        </Button>
      ))}
    </View>
  );
}
