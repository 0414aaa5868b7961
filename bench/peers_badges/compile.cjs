// Compiles the contracts beside it with solc-js; prints {name: {bytecode, runtime}} as JSON.
"use strict";

const { readFileSync, readdirSync } = require("node:fs");
const { basename, join } = require("node:path");
const solc = require("solc");

const folder = join(__dirname, "contracts");
const files = readdirSync(folder).filter((file) => file.endsWith(".sol")).sort();
const input = {
  language: "Solidity",
  sources: Object.fromEntries(
    files.map((file) => [file, { content: readFileSync(join(folder, file), "utf8") }]),
  ),
  settings: {
    evmVersion: "cancun",
    optimizer: { enabled: true, runs: 10000 },
    outputSelection: { "*": { "*": ["evm.bytecode.object", "evm.deployedBytecode.object"] } },
  },
};

function find(path) {
  try {
    return { contents: readFileSync(require.resolve(path, { paths: [__dirname] }), "utf8") };
  } catch {
    return { error: `not installed: ${path}` };
  }
}

const output = JSON.parse(solc.compile(JSON.stringify(input), { import: find }));
const errors = (output.errors ?? []).filter((one) => one.severity === "error");
if (errors.length > 0) {
  process.stderr.write(errors.map((one) => one.formattedMessage).join("\n"));
  process.exit(1);
}
const made = files.map((file) => {
  const name = basename(file, ".sol");
  const { evm } = output.contracts[file][name];
  return [name, { bytecode: evm.bytecode.object, runtime: evm.deployedBytecode.object }];
});
process.stdout.write(JSON.stringify(Object.fromEntries(made)));
