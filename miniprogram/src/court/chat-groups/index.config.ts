export default definePageConfig({ navigationBarTitleText: '群与机器人' });
