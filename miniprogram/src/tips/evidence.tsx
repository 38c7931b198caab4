import { showMoment } from '../../../shared/day';
import { Picture, Tap, View } from '../components';
import { platform } from '../platform';

export interface EvidencePhoto {
  fileId: string;
  sha256: string;
  at: string;
  /** Short-lived; absent right after sending. */
  url?: string;
}

const FINGERPRINT_LETTERS = 12;

/** Photos with what proves them: the beginning of the fingerprint, and when they arrived. */
export function Evidence({ photos }: { photos: readonly EvidencePhoto[] }) {
  if (photos.length === 0) return null;
  return (
    <View className="zq-photos" role="list" label="照片">
      {photos.map(({ fileId, sha256, at, url }, index) => (
        <View className="zq-photo" role="listitem" key={fileId}>
          {url ? <Shot url={url} title={`第 ${index + 1} 张照片`} /> : null}
          <View className="zq-fine">指纹</View>
          <View className="zq-fine">{sha256.slice(0, FINGERPRINT_LETTERS)}</View>
          <View className="zq-fine">{showMoment(new Date(at))}</View>
        </View>
      ))}
    </View>
  );
}

export function Shot({ url, title }: { url: string; title: string }) {
  return (
    <Tap label={`放大${title}`} onTap={() => platform.openFile(url)}>
      <Picture className="zq-photo__image" src={url} alt={title} />
    </Tap>
  );
}
