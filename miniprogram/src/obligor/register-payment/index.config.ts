export default definePageConfig({ navigationBarTitleText: '登记已付款' });
