export default definePageConfig({ navigationBarTitleText: '导出申请' });
