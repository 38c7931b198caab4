import { useState } from 'react';
import { showMoment } from '../../../../shared/day';
import { Card, Text, TextArea, View } from '../../components';
import { DeedForm } from '../../court/deed-form';
import { Shot } from '../evidence';
import type { PartProps, Tip } from '.';

/** The talk with the tipster, who reads it when he comes back with his code. */
export function Messages({ tip, onDone }: PartProps) {
  return (
    <Card title="与提供人的对话">
      <View className="zq-timeline" role="list">
        {tip.messages.map((message) => (
          <Message message={message} key={`${message.at} ${message.from}`} />
        ))}
      </View>
      {/* A new form once the question stands above. */}
      <Ask tip={tip} onDone={onDone} key={tip.messages.length} />
    </Card>
  );
}

function Message({ message: { from, words, at, photos } }: { message: Tip['messages'][number] }) {
  return (
    <View className="zq-timeline__item" role="listitem">
      <Text className="zq-timeline__when">
        {`${from === 'court' ? '法院' : '提供人'} ${showMoment(new Date(at))}`}
      </Text>
      <View className="zq-timeline__what">{words}</View>
      {photos.map((url, index) => (
        <Shot url={url} title={`对话里的第 ${index + 1} 张照片`} key={url} />
      ))}
    </View>
  );
}

function Ask({ tip, onDone }: PartProps) {
  const [words, setWords] = useState('');
  return (
    <DeedForm
      action="ask-tipster"
      input={{ tipId: tip.tipId, words }}
      submit="发给提供人"
      kind="secondary"
      done={() => '已发出。'}
      onDone={() => onDone('已发出，提供人凭收据码回来时能看到。')}
    >
      {(sentences) => (
        <TextArea
          name="ask"
          label="问提供人"
          hint="问清楚地点、时间、特征。不要问他是谁"
          value={words}
          onChange={setWords}
          maxLength={2000}
          error={sentences.words}
        />
      )}
    </DeedForm>
  );
}
