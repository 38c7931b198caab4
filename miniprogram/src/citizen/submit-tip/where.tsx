import { dayAt } from '../../../../shared/day';
import { DayField, Field, PhotoField } from '../../components';
import { platform } from '../../platform';
import type { StepProps } from './form';
import { Point } from './point';

/** Where and when it was seen. Where he is himself is not asked. */
export function Where({ telling, change, wrong }: StepProps) {
  return (
    <>
      <Field
        name="place"
        label="在什么地方"
        hint="写得越具体越好：哪个村、哪条路、什么旁边"
        maxLength={200}
        value={telling.place}
        onChange={(place) => change({ place })}
        error={wrong.place}
      />
      <Point telling={telling} change={change} />
      <DayField
        name="seenDay"
        label="哪一天看到或者听说的"
        value={telling.seenDay}
        to={dayAt(platform.now())}
        onChange={(seenDay) => change({ seenDay })}
        error={wrong.seenDay}
      />
      <Field
        name="seenWhen"
        label="大约什么时候"
        placeholder="例如：每天晚上八点以后"
        optional
        maxLength={60}
        value={telling.seenWhen}
        onChange={(seenWhen) => change({ seenWhen })}
        error={wrong.seenWhen}
      />
      <PhotoField
        name="photos"
        label="照片（选填）"
        hint="没有也可以提交。请不要为了拍照去冒险，也不要拍别人的隐私。"
        value={telling.photos}
        onChange={(photos) => change({ photos })}
        error={wrong.photos}
      />
    </>
  );
}
