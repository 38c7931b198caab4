export default definePageConfig({ navigationBarTitleText: '悬赏公告' });
