export default definePageConfig({ navigationBarTitleText: '账号和身份' });
