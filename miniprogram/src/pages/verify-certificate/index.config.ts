export default definePageConfig({ navigationBarTitleText: '证明书验真' });
