export default definePageConfig({ navigationBarTitleText: '看文书' });
