export default definePageConfig({ navigationBarTitleText: '执前通' });
