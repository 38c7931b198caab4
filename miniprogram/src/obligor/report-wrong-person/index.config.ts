export default definePageConfig({ navigationBarTitleText: '不是我' });
