export default definePageConfig({ navigationBarTitleText: '说明困难' });
