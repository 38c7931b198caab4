export default definePageConfig({ navigationBarTitleText: '试运行' });
