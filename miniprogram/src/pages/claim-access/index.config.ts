export default definePageConfig({ navigationBarTitleText: '输入短信查询码' });
