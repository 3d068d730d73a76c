#!/usr/bin/env bash
# yaml-language-server 1.25.0 (npm; the server behind Visual Studio Code's YAML extension)
# offers a schema's defaultSnippets at the beginning of a line of a list. Where they stand
# at `items`, what it inserts there has no dash, and the file is broken; where they stand
# at the list itself, it has one. Behind a dash both are right.
# Expected: "- id: a" in either case. Seen: "\n  id: a" for the first.
# Who writes schemas for curators has to put new records at the list; and where the list
# may be empty (type: [array, null]) say type: array in the snippet, or its dash is lost, too.
set -eu
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp"
npm init -y >/dev/null
npm install yaml-language-server@1.25.0 >/dev/null 2>&1
cat >try.js <<'JS'
const { spawn } = require('child_process'), fs = require('fs'), url = require('url');
const rpc = require('vscode-jsonrpc/node');
const item = { type: 'object', properties: { id: { type: 'string' } } };
const snippets = [{ label: 'new', type: 'array', body: { id: 'a' } }];
const lists = {
  'at items': { type: 'array', items: { ...item, defaultSnippets: [{ label: 'new', body: { id: 'a' } }] } },
  'at the list': { type: 'array', items: item, defaultSnippets: [{ label: 'new', body: { id: 'a' } }] },
  'at the list or null': { type: ['array', 'null'], items: item, defaultSnippets: [{ label: 'new', body: { id: 'a' } }] },
  'at the list or null, typed': { type: ['array', 'null'], items: item, defaultSnippets: snippets },
};
const server = spawn('node', ['node_modules/yaml-language-server/bin/yaml-language-server', '--stdio']);
const c = rpc.createMessageConnection(new rpc.StreamMessageReader(server.stdout), new rpc.StreamMessageWriter(server.stdin));
const settings = { yaml: { completion: true, customTags: [], schemaStore: { enable: false, url: '' }, schemas: {} }, http: {} };
c.onRequest('workspace/configuration', r => r.items.map(i => settings[i.section] ?? {}));
c.onRequest(() => null);
c.listen();
(async () => {
  const at = url.pathToFileURL(process.cwd()).href;
  await c.sendRequest('initialize', { processId: process.pid, rootUri: at, capabilities: { textDocument: { completion: { completionItem: { snippetSupport: true } } }, workspace: { configuration: true } } });
  c.sendNotification('initialized', {});
  await new Promise(r => setTimeout(r, 1000));
  let n = 0;
  for (const [where, list] of Object.entries(lists)) {
    fs.writeFileSync(`s${++n}.json`, JSON.stringify({ type: 'object', properties: { list } }));
    const uri = `${at}/f${n}.yaml`, text = `# yaml-language-server: $schema=s${n}.json\nlist:\n  - id: x\n  \n`;
    c.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
    const r = await c.sendRequest('textDocument/completion', { textDocument: { uri }, position: { line: 3, character: 2 } });
    const one = r.items.find(i => i.label === 'new');
    console.log(`${where}: ${JSON.stringify(one && one.insertText)}`);
  }
  server.kill();
  process.exit(0);
})();
JS
seen=$(node try.js)
expected='at items: "\n  id: a"
at the list: "- id: a"
at the list or null: "id: a"
at the list or null, typed: "- id: a"'
[ "$seen" = "$expected" ] || { printf 'changed:\n%s\n' "$seen" >&2; exit 1; }
printf 'yaml-language-server 1.25.0\n%s\n' "$seen"
