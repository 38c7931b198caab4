export default definePageConfig({ navigationBarTitleText: '不该我办' });
