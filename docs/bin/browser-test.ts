/**
 * `pnpm docs:test`: the built site in a real browser, as a reader meets it.
 *
 * Closes with `N passed, N failed`; exit code 1 when something failed.
 *
 * @module
 */
import assert from 'node:assert/strict'
import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import axe from 'axe-core'
import { Command } from 'commander'
import type { Page, Response } from 'playwright-core'
import { serveBuilt } from '../src/built/server.ts'
import { brokenLinks, compressed, kindOf, readSite, weightOf } from '../src/built/site.ts'
import { launchChromium } from '../src/chromium.ts'
import { CHAPTERS } from '../src/guide/chapters.ts'
import { DIST } from '../src/paths.ts'

const { screenshots, only } = new Command('pnpm docs:test')
  .description('Look at the built site in Chromium: "pnpm docs:build" first.')
  .option('--screenshots <folder>', 'keep a picture of each page in this folder')
  .option('--only <words>', 'only the checks whose title has these words in it')
  .exitOverride((err) => process.exit(err.exitCode === 0 ? 0 : 2))
  .parse()
  .opts<{ screenshots?: string; only?: string }>()

if (!existsSync(DIST)) throw new Error('There is no site yet. Run "pnpm docs:build" first.')
if (screenshots) mkdirSync(screenshots, { recursive: true })

const PHONE = { width: 390, height: 844 }
const DESK = { width: 1440, height: 900 }
/** A4 within its margins, at 96 dots an inch. */
const PAPER = { width: 718, height: 1047 }

/** Of what a page needs to be shown, compressed. */
const HEAVIEST = 300_000
/** A page waits for its files more than it works. */
const AT_ONCE = 3

const site = readSite(DIST)
const served = await serveBuilt(site)
/** The addresses below begin with a slash. */
const origin = served.home.replace(/\/$/, '')
const browser = await launchChromium()
let passed = 0
let failed = 0
const waiting: (() => Promise<void>)[] = []

check('the home page shows the onion as it ran', DESK, async (page) => {
  await page.goto(`${origin}/`)
  assert.deepEqual(await settled(page, 'express'), ['outer', 'handler'])
  assert.deepEqual(await settled(page, 'koa'), ['handler', 'outer'])
})

check('the same in Chinese, on a phone', PHONE, async (page) => {
  await page.goto(`${origin}/zh/`)
  assert.deepEqual(await settled(page, 'express'), ['outer', 'handler'])
  assert.deepEqual(await settled(page, 'koa'), ['handler', 'outer'])
  assert.match(await textOf(page, 'h1'), /等待/)
})

/** What a reader comes to; of those that are told apart by `true`, axe is asked as well: one of each kind, as small as there is. */
const PLACES: readonly (readonly [place: string, isKind?: true])[] = [
  ['/', true],
  ['/zh/', true],
  ['/comparisons/', true],
  ['/comparisons/route-params'],
  ['/comparisons/cookies', true],
  ['/comparisons/mysql'],
  ['/zh/comparisons/onion', true],
  ['/source/', true],
  ['/source/koa-compose/', true],
  ['/zh/source/koa/lib/context'],
  ['/evidence/', true],
  ['/evidence/claims'],
  ['/evidence/differences'],
  ['/zh/evidence/mutants'],
  ['/zh/evidence/sizes', true],
  ['/side-by-side/', true],
  ['/side-by-side/one-step'],
  ['/guide/getting-started'],
  ['/guide/stack', true],
  ['/guide/speed', true],
  ['/zh/guide/routers'],
  ['/steps/', true],
  ['/steps/koa/2-context', true],
  ['/zh/steps/express/5-params'],
  ['/basics/', true],
  ['/zh/basics/esm/cycle', true],
  ['/api/', true],
  ['/api/mini-koa/src/functions/compose', true],
]

for (const [name, viewport] of Object.entries({ phone: PHONE, desk: DESK })) {
  for (const [place, isKind] of PLACES) {
    const title = `${place} fits a ${name}${isKind ? ', and has no barrier' : ''}`
    check(title, viewport, async (page) => {
      await page.goto(origin + place)
      await running(page)
      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
      assert.ok((overflow as number) <= 0, `${overflow} pixels stand out`)
      await keep(page, `${name}${place.replaceAll('/', '-')}`)
      if (!isKind) return
      await page.evaluate(axe.source)
      // The colours are the same on both.
      const schemes = name === 'desk' ? (['light', 'dark'] as const) : (['light'] as const)
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme })
        await page.waitForFunction(
          `document.documentElement.classList.contains('dark') === ${colorScheme === 'dark'}`,
        )
        assert.deepEqual(await barriers(page), [], colorScheme)
      }
    })
  }
}

check(
  'a topic opens from the home page, and the language can be changed on it',
  DESK,
  async (page) => {
    await page.goto(`${origin}/`)
    await page.click('.onion a')
    await page.waitForURL('**/comparisons/onion')
    assert.match(await textOf(page, '.question'), /Who is done first/)
    await page.hover('.VPNavBarTranslations button')
    await page.click('.VPNavBarTranslations a')
    await page.waitForURL('**/zh/comparisons/onion')
    await page.locator('.question', { hasText: '谁先完成' }).waitFor()
  },
)

check('the search finds a Chinese word', DESK, async (page) => {
  await page.goto(`${origin}/zh/`)
  await search(page, '中间件')
  const found = page.locator('.results .result').first()
  const address = await found.getAttribute('href')
  await found.click()
  await page.waitForURL(`**${address}`)
  await page.locator('main').getByText('中间件').first().waitFor()
})

check('a step marks what changed, and leads to the other side', DESK, async (page) => {
  await page.goto(`${origin}/steps/koa/2-context`)
  await running(page)
  const added = page.locator('.line.diff.add')
  assert.ok((await added.allTextContents()).some((line) => line.includes('createContext')))
  assert.ok((await page.locator('.line.diff.remove').count()) > 0)
  await page.click('main a:has-text("Step 2 of Express")')
  await page.waitForURL('**/steps/express/2-errors')
})

check('the compiler says on the page what next() returns', DESK, async (page) => {
  await page.goto(`${origin}/guide/stack`)
  await running(page)
  const told = await page.locator('.twoslash-popup-code').allTextContents()
  assert.ok(
    told.some((text) => /returned: void/.test(text)),
    told.join('\n'),
  )
  assert.ok(
    told.some((text) => /promised: Promise<any>/.test(text)),
    told.join('\n'),
  )
})

check('every chapter leads to the next', PHONE, async (page) => {
  await page.goto(`${origin}/zh/guide/${CHAPTERS[0]?.id}`)
  for (const { id, title } of CHAPTERS.slice(1)) {
    await page.click('.pager-link.next')
    await page.waitForURL(`**/zh/guide/${id}`)
    await page.waitForFunction(`document.querySelector('h1')?.textContent.includes('${title.zh}')`)
  }
})

check('a demo is found by a word, and shows its output when asked', DESK, async (page) => {
  await page.goto(`${origin}/basics/`)
  await running(page)
  await page.fill('.demo-search input', 'cycle of ES')
  assert.match(await textOf(page, '.demo-search output'), /^1 demo$/)
  await page.click('.demo-list a')
  await page.waitForURL('**/basics/esm/cycle')
  const output = page.locator('details.custom-block')
  assert.equal(await output.getAttribute('open'), null)
  await output.locator('summary').click()
  await output.locator('text=later: parent').waitFor({ state: 'visible' })
})

check('the API pages can be reached and name their upstream', DESK, async (page) => {
  await page.goto(`${origin}/api/`)
  await page.click('main a:has-text("mini-koa")')
  await running(page)
  assert.match(await textOf(page, 'main'), /compose/)
})

check('columns are chosen, in the address, and remembered', DESK, async (page) => {
  await page.goto(`${origin}/side-by-side/one-step?show=express,koa`)
  await running(page)
  await page.click('.choice [data-subject="mini-koa"]')
  await page.click('.choice [data-subject="express"]')
  assert.match(page.url(), /show=koa,mini-koa/)
  await page.goto(`${origin}/zh/side-by-side/errors`)
  await page.waitForSelector('.subjects [data-subject="mini-koa"]:visible')
  assert.equal(await page.locator('.subjects > section:visible').count(), 2)
})

check('on a phone they are tabs, and the arrows go from one to the next', PHONE, async (page) => {
  await page.goto(`${origin}/side-by-side/one-step`)
  await running(page)
  await page.click('[role="tab"][data-subject="koa"]')
  await page.keyboard.press('ArrowRight')
  assert.match(page.url(), /tab=mini-koa/)
  assert.equal(await page.locator('[role="tabpanel"]:visible').count(), 1)
  assert.match(await textOf(page, '[role="tabpanel"]:visible'), /compose\.ts/)
})

for (const [name, viewport] of Object.entries({ phone: PHONE, desk: DESK })) {
  check(`an upstream function leads to its counterpart, on a ${name}`, viewport, async (page) => {
    await page.goto(`${origin}/source/`)
    await page.click('main a:has-text("lib/context.js")')
    await page.waitForURL('**/source/koa/lib/context')
    const about = page.locator('.row[data-fn="fn-onerror"] .about')
    await about.locator('summary').click()
    assert.match((await about.locator('.counterpart pre').first().textContent()) ?? '', /onerror\(/)
    await about.locator('.name').click()
    await page.waitForURL('**/source/koa/lib/context#fn-onerror')
    assert.equal(await page.locator('.row.on').first().getAttribute('data-fn'), 'fn-onerror')
    await keep(page, `${name}-counterpart`)
  })
}

check('a function can be reached by keys, and a line by its address', DESK, async (page) => {
  await page.goto(`${origin}/source/koa-compose/#L41`)
  await page.waitForSelector('#L41.target')
  await running(page)
  await page.focus('#fn-compose .name')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  const on = page.locator('.row.on').first()
  assert.equal(await on.getAttribute('data-fn'), 'fn-compose-return-dispatch')
  assert.equal(await on.locator('details[open]').count(), 1)
})

check('an address lights lines, and the language can be changed on it', DESK, async (page) => {
  await page.goto(`${origin}/source/koa-compose/?lit=40-42,44`)
  await page.waitForSelector('.line.lit')
  assert.equal(await page.locator('.line.lit').count(), 4)
  assert.match(await textOf(page, '.lit-lines'), /4 lines are lit/)
  await page.click('.lit-lines button:last-child')
  assert.equal(await page.locator('.line.lit').count(), 0)
  await page.hover('.VPNavBarTranslations button')
  await page.click('.VPNavBarTranslations a')
  await page.waitForURL('**/zh/source/koa-compose/**')
  // The address changes before the page does.
  await page.locator('.row[data-fn="fn-compose"] .note', { hasText: '中间件' }).waitFor()
})

check('every note says which topics show it, by links that lead there', DESK, async (page) => {
  await page.goto(`${origin}/zh/source/koa-compose/`)
  await running(page)
  await page.click('.row[data-fn="fn-compose"] .topics a')
  await page.waitForURL('**/zh/comparisons/onion')
  assert.match(await textOf(page, '.question'), /谁先完成/)
})

for (const [name, viewport] of Object.entries({ phone: PHONE, desk: DESK })) {
  check(`a reader guesses, and steps to the end and back, on a ${name}`, viewport, async (page) => {
    await page.goto(`${origin}/`)
    await page.click('.onion a')
    await page.waitForURL('**/comparisons/onion')
    await running(page)
    const express = page.getByRole('group', { name: 'Express' })
    for (const event of await realOrder(page, 'express')) {
      await express.getByRole('button', { name: event }).press('Enter')
    }
    await page.getByRole('button', { name: 'Compare with the run' }).press('Enter')
    assert.match(await textOf(page, '.guess [data-side="express"] [role="status"]'), /As it was/)
    // Nothing was chosen there.
    assert.match(await textOf(page, '.guess [data-side="koa"] [role="status"]'), /number 1/)
    await page.waitForSelector('.happened[open] table.events:visible')

    await page.getByRole('button', { name: 'Open the recorded run' }).press('Enter')
    await page.waitForSelector('.reel')
    assert.match(page.url(), /run=express,koa&step=1$/)
    const stepped = await press(page, 'ArrowRight')
    assert.ok(stepped.length > 8, `${stepped.length} steps`)
    assert.match(await textOf(page, '.player output'), /the end/)
    for (const reel of await page.locator('.reel').all()) {
      assert.match((await reel.textContent()) ?? '', /HTTP\/1\.1 200 OK.*hello/s)
    }
    await keep(page, `${name}-end`)
    const back = await press(page, 'ArrowLeft')
    assert.deepEqual(back, ['1', ...stepped].toReversed().slice(1))

    // By functions into the framework, to its page, to what mirrors it.
    const place = page.locator('.reel[data-subject="express"] .place a')
    for (let at = ''; !at.startsWith('router/index.js:'); at = (await place.textContent()) ?? '') {
      await page.keyboard.press('f')
      assert.doesNotMatch(await textOf(page, '.player output'), /the end/)
    }
    const line = (await place.textContent())?.split(':')[1]
    await place.click()
    await page.waitForSelector(`#L${line}.target`)
    assert.equal(new URL(page.url()).pathname, `${site.base}source/router/`)
    const row = page.locator('.row', { has: page.locator('.line.target') })
    const about = page.locator(`.row[data-fn="${await row.getAttribute('data-fn')}"] .about`)
    await about.locator('summary').click()
    await about.locator('.counterpart pre').first().waitFor({ state: 'visible' })
  })

  check(`the address of a step leads back to it, on a ${name}`, viewport, async (page) => {
    await page.goto(`${origin}/zh/comparisons/onion?run=koa,mini-koa&step=20`)
    await page.waitForSelector('.reel')
    assert.match(await textOf(page, '.player output'), /第 20 步/)
    const reels = await page.locator('.reel').all()
    const shown = await Promise.all(reels.map((reel) => reel.getAttribute('data-subject')))
    assert.deepEqual(shown, ['koa', 'mini-koa'])
    await page.click('.lit-files [data-subject="koa"] a[href*="/lib/application"]')
    await page.waitForURL('**/zh/source/koa/lib/application?lit=*')
    await page.waitForSelector('.line.lit')
    assert.ok((await page.locator('.line.lit').count()) > 20)
  })
}

check('what is found in Chinese stays found in English', DESK, async (page) => {
  await page.goto(`${origin}/zh/`)
  await running(page)
  await page.click('#local-search button')
  await page.fill('.search-input', '中间件')
  await page.click('.results .result')
  await page.waitForURL(/\/zh\/.+/)
  const found = new URL(page.url()).pathname
  await page.hover('.VPNavBarTranslations button')
  await page.click('.VPNavBarTranslations a')
  await page.waitForURL((url) => url.pathname === found.replace('/zh/', '/'))
})

check('a topic without recorded lines names the command', PHONE, async (page) => {
  await page.goto(`${origin}/comparisons/cookies`)
  assert.match(await textOf(page, 'main'), /pnpm step cookies/)
})

check('a sentence is shown with what its programs did', PHONE, async (page) => {
  await page.goto(`${origin}/zh/evidence/claims`)
  await running(page)
  const all = await page.locator('.evidence section').count()
  await page.getByLabel('看情况').check()
  const some = await page.locator('.evidence section').count()
  assert.ok(some > 0 && some < all, `${some} of ${all}`)
  await page.locator('.evidence summary').first().click()
  await page.locator('.evidence details[open] pre').waitFor({ state: 'visible' })
})

check('dark looks like dark', { ...DESK }, async (page) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto(`${origin}/comparisons/onion`)
  await running(page)
  assert.ok(await page.evaluate('document.documentElement.classList.contains("dark")'))
  await keep(page, 'dark-onion')
})

check('print leaves out what leads elsewhere, and cuts off nothing', DESK, async (page) => {
  await page.goto(`${origin}/steps/express/5-params`)
  await running(page)
  await page.emulateMedia({ media: 'print' })
  for (const part of ['.VPNav', '.VPSidebar', '.VPDocAside', '.VPDocFooter']) {
    assert.equal(await page.locator(part).isVisible(), false, part)
  }
  await page.setViewportSize(PAPER)
  const cut = `[...document.querySelectorAll('main pre')].filter((pre) => {
    const lines = [...pre.querySelectorAll('.line')].map((line) => line.getBoundingClientRect().right)
    return pre.scrollWidth > pre.clientWidth || Math.max(...lines) > pre.getBoundingClientRect().right + 1
  }).map((pre) => pre.textContent.slice(0, 60))`
  assert.deepEqual(await page.evaluate(cut), [])
})

check('the search finds a function of the annotated source', DESK, async (page) => {
  await page.goto(`${origin}/`)
  await search(page, 'createContext')
  await page.click('.results .result[href*="/source/koa/lib/application#"]')
  await page.waitForURL('**/source/koa/lib/application#fn-Application-createContext')
})

await told('every link of every page leads somewhere, below the base', () => {
  assert.ok(site.pages.length > 900, `${site.pages.length} pages`)
  const broken = brokenLinks(site)
  assert.equal(
    broken.length,
    0,
    `${broken.length} broken\n    ${broken.slice(0, 20).join('\n    ')}`,
  )
})

/** The heaviest page of each kind, by the files that it names. */
const heaviest = new Map<string, { address: string; weight: number }>()
for (const page of site.pages) {
  const kind = kindOf(site, page)
  const weight = weightOf(site, page)
  if (weight > (heaviest.get(kind)?.weight ?? 0)) heaviest.set(kind, { ...page, weight })
}
for (const { address } of heaviest.values()) {
  check(`${address} is light`, DESK, async (page) => {
    const answers: Promise<number>[] = []
    page.on('response', (response) => {
      const answer = weigh(response)
      // One that comes after all has been added up is nobody's failure.
      answer.catch(() => {})
      answers.push(answer)
    })
    await page.goto(served.origin + address)
    await page.waitForLoadState('networkidle')
    const weight = (await Promise.all(answers)).reduce((sum, one) => sum + one, 0)
    assert.ok(weight < HEAVIEST, `${Math.round(weight / 1000)} kB`)
    const [paint] = (await page.evaluate(
      "performance.getEntriesByName('first-contentful-paint').map(({ startTime }) => startTime)",
    )) as number[]
    // Told, and not judged: a clock is no test.
    console.log(
      `  ${address}: ${Math.round(weight / 1000)} kB, painted after ${paint?.toFixed()} ms`,
    )
  })
}

await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await next()
  }),
)
await browser.close()
await served.close()
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)

/** One check on a page of its own; an error on the console or a request to another host fails it too. */
function check(
  title: string,
  viewport: { width: number; height: number },
  look: (page: Page) => Promise<void>,
): void {
  if (only !== undefined && !title.includes(only)) return
  waiting.push(async () => {
    const page = await browser.newPage({ viewport })
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('pageerror', (err) => complaints.push(err.message))
    page.on('request', (request) => {
      const url = new URL(request.url())
      if (url.protocol !== 'data:' && url.origin !== served.origin)
        complaints.push(`asked ${url.host}`)
    })
    await told(title, async () => {
      await look(page)
      assert.deepEqual(complaints, [])
    })
    await page.close()
  })
}

/** Counts what comes of a check, and says it. */
async function told(title: string, look: () => unknown): Promise<void> {
  try {
    await look()
    passed += 1
    console.log(`✓ ${title}`)
  } catch (err) {
    failed += 1
    console.log(`✗ ${title}\n    ${err instanceof Error ? err.message : err}`)
  }
}

/** Until the page's script runs it: before that a click may be lost. */
async function running(page: Page): Promise<void> {
  await page.waitForFunction('document.querySelector("#app")?.__vue_app__')
}

/** What is written there, once it is there. */
async function textOf(page: Page, selector: string): Promise<string> {
  return (await page.locator(selector).first().textContent()) ?? ''
}

/** The events of a side as the page offers them, in the order in which they happened. */
async function realOrder(page: Page, side: string): Promise<string[]> {
  const rows = page.locator(`.happened table[data-side="${side}"] tr`)
  const kinds = ['enter', 'settle', 'respond']
  const told: string[] = []
  for (const row of await rows.all()) {
    const kind = (await row.getAttribute('data-kind')) ?? ''
    if (kinds.includes(kind)) told.push(((await row.locator('td').textContent()) ?? '').trim())
  }
  return told
}

/** Presses a key until the player stays where it is; the steps it went by. */
async function press(page: Page, key: string): Promise<string[]> {
  const steps: string[] = []
  for (let before = page.url(); ; before = page.url()) {
    await page.keyboard.press(key)
    await page.evaluate('new Promise(requestAnimationFrame)')
    if (page.url() === before) return steps
    steps.push(new URL(page.url()).searchParams.get('step') ?? '')
  }
}

/** Who settles, in the order in which the page shows it. */
async function settled(page: Page, side: string): Promise<(string | null)[]> {
  const rows = page.locator(`.onion table[data-side="${side}"] tr[data-kind="settle"]`)
  return Promise.all((await rows.all()).map((row) => row.getAttribute('data-handler')))
}

/** Types a word into the search. */
async function search(page: Page, word: string): Promise<void> {
  await running(page)
  await page.click('#local-search button')
  await page.fill('.search-input', word)
  await page.waitForSelector('.results .result')
}

/** What axe has to say of the page, one line a rule. */
async function barriers(page: Page): Promise<string[]> {
  const found = (await page.evaluate('axe.run()')) as axe.AxeResults
  return found.violations.map(({ id, nodes }) => {
    const [first] = nodes
    return `${id} × ${nodes.length}: ${first?.html.slice(0, 160)} ${first?.any[0]?.message ?? ''}`
  })
}

/** Bytes of an answer, as a host that compresses would send them. */
async function weigh(response: Response): Promise<number> {
  return compressed(await response.body())
}

async function keep(page: Page, name: string): Promise<void> {
  if (screenshots)
    await page.screenshot({ path: path.join(screenshots, `${name}.png`), fullPage: true })
}
