// Reads what a test run left in a folder and prints the skips with their reasons, the failures, where the time went,
// and last of all "N passed, N failed, N skipped". Exit code 1 when anything failed or nothing ran.
//
// The folder holds PHASE.PROJECT.json (CTRF, from xunit), *.vitest.json (Jest's shape), checks.tsv (phase, name,
// passed|failed|skipped, reason) and times.tsv (phase, seconds).
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

// Seconds on two cores; a phase above its budget is pointed at, not failed, for machines differ.
const BUDGETS = { unit: 180, sqlite: 360, postgres: 360, browser: 780 }
const MOST_SLOW = 10
const STATES = { passed: 'passed', failed: 'failed', skipped: 'skipped', pending: 'skipped', todo: 'skipped' }

const folder = process.argv[2]
const lines = name =>
  existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean) : []

function fromCtrf(name, { results }) {
  const phase = name.split('.')[0]
  const broken = results.extra?.suites?.flatMap(suite => suite.errors ?? []) ?? []
  return [
    ...results.tests.map(test => ({
      phase,
      name: test.name,
      state: STATES[test.status] ?? 'failed',
      seconds: test.duration / 1000,
      reason: [test.message, test.trace].filter(Boolean).join('\n'),
    })),
    // A fixture that could not be set up or taken down.
    ...broken.map(error => ({ phase, name, state: 'failed', seconds: 0, reason: JSON.stringify(error) })),
  ]
}

function fromVitest(name, { testResults }) {
  const phase = name.split('.')[0]
  return testResults.flatMap(file =>
    file.assertionResults.length || file.status === 'passed'
      ? file.assertionResults.map(test => ({
          phase,
          name: test.fullName,
          state: STATES[test.status] ?? 'failed',
          seconds: (test.duration ?? 0) / 1000,
          reason: test.failureMessages?.[0] ?? test.meta?.skipReason ?? '',
        }))
      : [{ phase, name: file.name, state: 'failed', seconds: 0, reason: file.message }],
  )
}

function read() {
  const found = lines('checks.tsv').map(line => {
    const [phase, name, state, reason = ''] = line.split('\t')
    return { phase, name, state, seconds: 0, reason }
  })
  for (const name of readdirSync(folder).filter(file => file.endsWith('.json')).sort()) {
    try {
      const content = JSON.parse(readFileSync(join(folder, name), 'utf8'))
      found.push(...(name.endsWith('.vitest.json') ? fromVitest(name, content) : fromCtrf(name, content)))
    } catch (fault) {
      // Half a file: the run was killed while it wrote.
      const reason = `its results cannot be read: ${fault.message}`
      found.push({ phase: name.split('.')[0], name, state: 'failed', seconds: 0, reason })
    }
  }
  return found
}

const tests = read()
const of = state => tests.filter(test => test.state === state)
const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g')
const MOST_LINES = 8
const firstLine = text => text.trim().split('\n')[0]
/** What was waited for, or expected and found, stands below the first line; the stack is in the results. */
const told = text =>
  text
    .replace(COLOURS, '')
    .trim()
    .split('\n')
    .filter(line => line.trim() && !/^\s+at .*node_modules/.test(line))
    .slice(0, MOST_LINES)
    .map(line => `    ${line}`)
    .join('\n')

const skipped = new Map()
for (const test of of('skipped')) {
  const reason = firstLine(test.reason) || 'no reason given'
  skipped.set(reason, [...(skipped.get(reason) ?? []), test])
}

if (skipped.size) console.log('\n== Skipped')
for (const [reason, list] of skipped) {
  console.log(`${reason}`)
  for (const test of list) console.log(`    ${test.name}`)
}

if (of('failed').length) console.log('\n== Failed')
for (const test of of('failed')) console.log(`${test.phase}: ${test.name}\n${told(test.reason)}`)

console.log('\n== Where the time went')
for (const line of lines('times.tsv')) {
  const [phase, text] = line.split('\t')
  const seconds = Number(text)
  const count = tests.filter(test => test.phase === phase).length
  const over = seconds > BUDGETS[phase] ? `  over its budget of ${BUDGETS[phase]} s` : ''
  console.log(`${phase.padEnd(10)}${String(seconds).padStart(5)} s${String(count).padStart(7)} tests${over}`)
}
const slow = tests.filter(test => test.seconds >= 1).sort((a, b) => b.seconds - a.seconds)
for (const test of slow.slice(0, MOST_SLOW)) console.log(`${test.seconds.toFixed(1).padStart(15)} s  ${test.name}`)

const counts = ['passed', 'failed', 'skipped'].map(state => of(state).length)
console.log(`\n${counts[0]} passed, ${counts[1]} failed, ${counts[2]} skipped`)
process.exit(counts[1] > 0 || counts[0] === 0 ? 1 : 0)
