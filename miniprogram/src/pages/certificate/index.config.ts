export default definePageConfig({ navigationBarTitleText: '自动履行证明书' });
