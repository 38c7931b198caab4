export default definePageConfig({ navigationBarTitleText: '导入案件' });
