// Adds up the reports (CTRF) of the test projects; its only line is the last line of ./portal test.
// A project without a report, or without a test, counts as a failure: silence is not success.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [directory, ...suites] = process.argv.slice(2);
const sum = { passed: 0, failed: 0, skipped: 0 };
for (const suite of suites) {
  const file = join(directory, `${suite}.json`);
  const summary = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).results.summary : undefined;
  const ran = (summary?.passed ?? 0) + (summary?.failed ?? 0) + (summary?.other ?? 0);
  if (ran === 0) {
    console.error(`portal: ${suite} ${summary ? 'ran no test' : 'ended without a report'}`);
    sum.failed++;
  }

  sum.passed += summary?.passed ?? 0;
  sum.failed += (summary?.failed ?? 0) + (summary?.other ?? 0);
  sum.skipped += (summary?.skipped ?? 0) + (summary?.pending ?? 0);
}

process.exitCode = sum.failed > 0 ? 1 : 0;
console.log(`${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}`);
