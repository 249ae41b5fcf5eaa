// The package in a real browser: a page of this folder in headless Chromium decides the corpus, and the lines are compared.
//   node browser.mjs POLICY.tlc APPLICATIONS.jsonl DECISIONS.jsonl
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { chromium } from 'playwright-core';

const [policy, applications, decisions] = process.argv.slice(2);
const here = new URL('./', import.meta.url);
const served = {
  '/': ['text/html', () => '<!doctype html><meta charset="utf-8"><title>tiaoli</title>'],
  '/index.js': ['text/javascript', () => readFileSync(new URL('index.js', here))],
  '/tiaoli.wasm': ['application/wasm', () => readFileSync(new URL('tiaoli.wasm', here))],
  '/policy.tlc': ['application/octet-stream', () => readFileSync(policy)],
  '/applications.jsonl': ['text/plain; charset=utf-8', () => readFileSync(applications)],
};
const server = createServer((request, response) => {
  const found = served[request.url];
  response.writeHead(found ? 200 : 404, { 'content-type': found?.[0] ?? 'text/plain' }).end(found?.[1]() ?? '');
}).listen(0, '127.0.0.1');
await new Promise((ready) => server.once('listening', ready));
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${server.address().port}/`);
const { lines, load, each } = await page.evaluate(async () => {
  const { Policy, TiaoliError } = await import('/index.js');
  const [file, applications] = await Promise.all(['/policy.tlc', '/applications.jsonl'].map((path) => fetch(path)));
  const bytes = await file.arrayBuffer();
  await Policy.load(bytes);
  let start = performance.now();
  const policy = await Policy.load(bytes);
  const load = performance.now() - start;
  const texts = (await applications.text()).split('\n').filter((line) => line !== '');
  start = performance.now();
  const lines = texts.map((line) => {
    try {
      return policy.evaluateText(line);
    } catch (error) {
      if (error instanceof TiaoliError) return JSON.stringify(error.details);
      throw error;
    }
  });
  return { lines, load, each: (performance.now() - start) / texts.length };
});
const version = browser.version();
await browser.close();
server.close();
const expected = readFileSync(decisions, 'utf8').split('\n').filter((line) => line !== '');
const wrong = expected.filter((line, at) => line !== lines[at]).length + Math.abs(lines.length - expected.length);
console.log(`Chromium ${version}: load ${load.toFixed(2)} ms, one evaluation ${each.toFixed(3)} ms`);
console.log(`${expected.length - wrong} passed, ${wrong} failed`);
process.exit(wrong === 0 ? 0 : 1);
