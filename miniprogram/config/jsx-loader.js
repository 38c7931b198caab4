const { transformSync } = require('esbuild');

/** esbuild, which is here for the functions anyway, turns JSX into calls; babel then lowers what is left. */
module.exports = function jsxLoader(source) {
  return transformSync(source, { loader: 'tsx', jsx: 'automatic', target: 'esnext' }).code;
};
