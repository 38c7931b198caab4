import { View } from '../components';

/** The paper or telephone route beside an online step: nobody has to do it here. */
export function OtherWays({ children }: { children: string }) {
  return <View className="zq-text">不方便在手机上办？{children}</View>;
}
