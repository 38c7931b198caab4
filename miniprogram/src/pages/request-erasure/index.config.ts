export default definePageConfig({ navigationBarTitleText: '申请删除' });
