import Taro from '@tarojs/taro';
import { Button, View } from '../components';

interface PagerProps {
  page: number;
  pages: number;
  total: number;
  /** What is counted: 件, 条. */
  unit: string;
  onPage: (page: number) => void;
}

export function Pager({ page, pages, total, unit, onPage }: PagerProps) {
  const turn = (to: number) => {
    onPage(to);
    void Taro.pageScrollTo({ scrollTop: 0 });
  };
  return (
    <View className="zq-pager">
      <Button small kind="quiet" disabled={page <= 1} onTap={() => turn(page - 1)}>
        上一页
      </Button>
      {`第 ${page} 页，共 ${pages} 页，${total} ${unit}`}
      <Button small kind="quiet" disabled={page >= pages} onTap={() => turn(page + 1)}>
        下一页
      </Button>
    </View>
  );
}
