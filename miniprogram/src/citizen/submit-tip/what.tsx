import { TIP_ABOUT, TIP_ABOUT_WORDS } from '../../../../shared/cases/tip';
import { BigChoice, Field, TextArea, View } from '../../components';
import type { StepProps } from './form';

const ABOUT = TIP_ABOUT.map((value) => ({ value, word: TIP_ABOUT_WORDS[value] }));

/** What he knows, and of whom. */
export function What({ telling, change, wrong }: StepProps) {
  return (
    <>
      {telling.number ? (
        <View className="zq-text">针对的公告：{telling.number}</View>
      ) : (
        <Field
          name="whom"
          label="是谁的财产"
          hint="写姓名或单位名称；不知道全名，写您知道的"
          optional
          maxLength={60}
          value={telling.whom}
          onChange={(whom) => change({ whom })}
          error={wrong.whom}
        />
      )}
      <BigChoice
        name="about"
        label="是什么线索"
        choices={ABOUT}
        value={telling.about}
        onChoose={(about) => change({ about })}
        error={wrong.about}
      />
      <TextArea
        name="words"
        label="您知道什么"
        hint="写清楚是什么、有什么特征、您怎么知道的。不要写您自己的姓名和电话。"
        placeholder="例如：一辆白色小客车，车牌尾号 88，每天晚上停在菜市场后门"
        maxLength={2000}
        value={telling.words}
        onChange={(words) => change({ words })}
        error={wrong.words}
      />
    </>
  );
}
