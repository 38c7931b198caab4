export default definePageConfig({ navigationBarTitleText: '聊天转人工' });
