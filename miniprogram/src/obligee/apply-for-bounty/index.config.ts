export default definePageConfig({ navigationBarTitleText: '申请公告征集线索' });
