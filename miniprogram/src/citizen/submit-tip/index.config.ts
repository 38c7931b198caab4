export default definePageConfig({ navigationBarTitleText: '我有线索' });
