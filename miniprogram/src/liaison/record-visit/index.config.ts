export default definePageConfig({ navigationBarTitleText: '走访结果' });
