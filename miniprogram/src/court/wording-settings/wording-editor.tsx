import { useState } from 'react';
import { showMoment } from '../../../../shared/day';
import { useAct } from '../../act';
import { Button, Card, Notice, Row, TextArea, View } from '../../components';
import { CHANNEL_WORDS } from '../channel-words';
import { usePreview } from '../use-preview';
import { Phone } from './phone';
import { PHASE_WORDS, variableWord, type Wording } from './wordings';

interface WordingEditorProps {
  wording: Wording;
  mayChange: boolean;
  onDone: (sentence: string) => void;
  onLeave: () => void;
}

/** One message: ours, the court's own, and how it will look while it is typed. */
export function WordingEditor({ wording, mayChange, onDone, onLeave }: WordingEditorProps) {
  const { template, channel, what, phase, builtIn, own } = wording;
  const [body, setBody] = useState(own?.body ?? builtIn);
  const act = useAct('save-wording');
  const checked = usePreview('preview-wording', { template, channel, body: body.trim() });
  const isOurs = body.trim() === builtIn;
  const isSame = body.trim() === (own?.body ?? builtIn);
  const isWrong = checked.isOld || (checked.answer?.problems.length ?? 0) > 0;
  async function save(text: string): Promise<void> {
    const answer = await act.run({ template, channel, body: text });
    if (!answer) return;
    onDone(
      text
        ? `“${what}”已保存为本院第${answer.version}版，从下一条起用。`
        : `“${what}”已恢复原文，从下一条起用。`,
    );
  }
  return (
    <Card title={what}>
      <Row label="方式">{`${CHANNEL_WORDS[channel]}，${PHASE_WORDS[phase]}`}</Row>
      <Row label="系统原文">{builtIn}</Row>
      {own ? (
        <Row label="本院用语">{`第${own.version}版，${own.savedBy} ${showMoment(new Date(own.savedAt))}`}</Row>
      ) : null}
      <View className="zq-side-by-side">
        <View className="zq-side-by-side__half">
          <TextArea
            name="body"
            label={channel === 'sms' ? '正文' : '标题'}
            hint={hintOf(wording)}
            value={body}
            onChange={setBody}
            maxLength={400}
            disabled={!mayChange}
            error={mayChange ? checked.answer?.problems.join('') : undefined}
          />
        </View>
        <View className="zq-side-by-side__half">
          <Phone wording={wording} checked={checked} />
        </View>
      </View>
      {act.sentence ? <Notice kind="warning">{act.sentence}</Notice> : null}
      {mayChange ? (
        <>
          <Button
            name="save-wording"
            busy={act.busy}
            disabled={isWrong || isSame}
            onTap={() => void save(isOurs ? '' : body.trim())}
          >
            保存这条用语
          </Button>
          {own ? (
            <Button small kind="secondary" name="restore" disabled={act.busy} onTap={() => void save('')}>
              恢复原文
            </Button>
          ) : null}
        </>
      ) : (
        <Notice>只能看。要改，请找承办法官、院领导或管理员。</Notice>
      )}
      <Button small kind="quiet" onTap={onLeave}>
        回到清单
      </Button>
    </Card>
  );
}

function hintOf({ channel, variables }: Wording): string {
  const braces = variables.map((name) => `{${name}} 写${variableWord(name)}`).join('，');
  return channel === 'sms'
    ? `${braces}。署名、核实电话和退订办法由系统写上。`
    : `最多 20 个字。${braces}。编号、期限和核实电话由系统写上。`;
}
