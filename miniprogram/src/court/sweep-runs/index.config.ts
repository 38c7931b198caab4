export default definePageConfig({ navigationBarTitleText: '发送运行' });
