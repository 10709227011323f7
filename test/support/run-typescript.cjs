// Lets a child process of a test run the TypeScript sources as they are: node -r ./test/support/run-typescript.cjs file.ts
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { transformSync } = require('@swc/core');

const root = path.resolve(__dirname, '../..');
const jest = JSON.parse(readFileSync(path.join(root, 'jest.config.json'), 'utf8'));
const [, options] = Object.values(jest.transform)[0];

Module._extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), { ...options, filename, swcrc: false });
  module._compile(code, filename);
};

const resolve = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) => {
  const target = jest.moduleNameMapper[`^${request}$`];
  return resolve.call(Module, target ? target.replace('<rootDir>', root) : request, ...rest);
};
