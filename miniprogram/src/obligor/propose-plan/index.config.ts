export default definePageConfig({ navigationBarTitleText: '分期方案' });
