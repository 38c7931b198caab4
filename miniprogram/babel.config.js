// JSX and types are gone when babel sees a page (config/jsx-loader.js), so it needs no preset for React.
module.exports = {
  presets: [['taro', { framework: 'none', ts: true, compiler: 'webpack5' }]],
};
