import { type Rule, words } from './rule';

/** Answers, and the small words around what is meant. */
export const PARTICLE_RULES: readonly Rule[] = [
  {
    means: 'yes',
    says: words('是 是的 是啊 对 对的 对头 对啊 没错 是嘞 嗯是 确认 确定 就是 就是这个 就是它 不错 系 yes y ✅ 正确'),
    alone: true,
  },
  {
    means: 'no',
    says: words(`
      不是 不对 不 不要 不用 不用了 错 算了 取消 不办了 先不 先不了 不了 别 莫 不是的 不是这个 没有 no n 否
      ❌ 不记 别记 先不记 唔系 不得 莫慌 等等 等一下
    `),
    alone: true,
  },
  {
    means: 'all',
    says: words('都 全部 全都 所有 全 一起 统统 都是 通通 每个 每件 全体 一并'),
  },
  {
    means: 'question',
    says: words(`
      吗 么 没有? 没? 不? 收到没 收到没有 收到了没 收到了没有 收到不 ? 呢? 是不是 会不会 能不能 如果 要是
      假如 万一 可能 估计 听说 好像 应该 要不要 该不该 怎样 为什么 为啥
    `),
  },
  {
    means: 'code',
    says: words('绑定 绑定码 验证码 我的码 码 编码 号码 帮定 邦定 我的绑定码'),
  },
  {
    means: 'filler',
    says: words(`
      了 啊 呀 嘞 咯 哈 吧 呢 的 啦 噻 嘛 哩 诶 唉 哎 呃 额 那 这 就 也 已 已经 刚 刚刚 刚才 我 我们 俺 咱
      他 她 我的 这个 那个 这件 那件 这几个 这几件 这些 两个 两件 三件 三个 件 号任务 编号 案 领导 同志 老师
      法官 周法官 书记 主任 小执 机器人 师傅 请 麻烦 一下 帮我 给我 我要 要 我想 今天 昨天 上午 下午 今早
      早上 昨晚 和 跟 还有 以及 与 同 再 又 先 另外 然后 哈哈 回复 的话 哈喽 有
    `),
  },
];
