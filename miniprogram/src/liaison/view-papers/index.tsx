import { useRouter } from '@tarojs/taro';
import { Branches, Card, Notice, Page, Row, View } from '../../components';
import { useQuery } from '../../query';

/** The papers, masked, with the reader's name over them; never kept on the telephone. */
export default function ViewPapers() {
  const { taskId = '' } = useRouter().params;
  const query = useQuery(
    'view-papers',
    { taskId },
    { keep: false, isEmpty: (data) => data.papers.length === 0 },
  );
  const mark = query.state === 'ready' ? query.data.watermark : true;
  return (
    <Page title="文书" lead="只供您办这件事时看，请不要拍照外传或发到群里。" watermark={mark}>
      <Branches query={query} empty="这件事没有文书，请拨打法院电话询问。">
        {({ papers }) => (
          <>
            {papers.map((paper) => (
              <Card title={paper.title} key={paper.title}>
                {paper.number ? <Row label="编号">{paper.number}</Row> : null}
                {paper.rows.map((row) => (
                  <Row label={row.label} key={row.label}>
                    {row.value}
                  </Row>
                ))}
                {paper.paragraphs.map((paragraph) => (
                  <View className="zq-text" key={paragraph}>
                    {paragraph}
                  </View>
                ))}
              </Card>
            ))}
            <Notice>每次查看都会留下记录。</Notice>
          </>
        )}
      </Branches>
    </Page>
  );
}
