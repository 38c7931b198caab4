export default definePageConfig({ navigationBarTitleText: '派出任务' });
