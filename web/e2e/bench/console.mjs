// `./fourfold bench live` runs this: the console's sea page in Chromium, in front of a server under load.
//
//   node console.mjs URL USER PASSWORD CHROMIUM SECONDS
//
// The ships of the load send, as their heading, when the report was written: hundredths of a second modulo 360. What is
// handed to the graphics card therefore tells how old each change is when its frame is done. Prints one JSON object.
import { chromium } from 'playwright-core';

const [url, userName, password, executablePath, seconds] = process.argv.slice(2);
const milliseconds = Number(seconds) * 1000;
const longestWait = 120_000;
/** The map has chosen by then how many pixels it draws. */
const settleMilliseconds = 8000;
const flags = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Runs in the page before anything else. */
function instrument() {
  const vesselBytes = 40;
  const bench = { watching: false, delays: [], longTasks: [], frames: 0, headings: null };
  window.fourfoldBench = bench;
  const prototype = WebGL2RenderingContext.prototype;
  const bufferData = prototype.bufferData;
  prototype.bufferData = function (target, data, ...rest) {
    bufferData.call(this, target, data, ...rest);
    const isVessels =
      data instanceof Uint8Array && data.length >= 1000 * vesselBytes && data.length % vesselBytes === 0;
    if (bench.watching && isVessels)
      note(new DataView(data.buffer.slice(data.byteOffset, data.byteOffset + data.length)));
  };
  function note(vertices) {
    const count = vertices.byteLength / vesselBytes;
    const headings = new Uint16Array(count);
    for (let i = 0; i < count; i++) headings[i] = vertices.getUint16(i * vesselBytes + 8, true);
    const before = bench.headings;
    bench.headings = headings;
    if (before?.length !== count) return;
    // The frame that draws this upload is done when the next one begins.
    requestAnimationFrame(() => {
      const now = Date.now() / 10;
      for (let i = 0; i < count; i++) {
        if (headings[i] !== before[i]) bench.delays.push(((((now - headings[i] / 100) % 360) + 360) % 360) * 10);
      }
    });
  }
  const clear = prototype.clear;
  let counted = false;
  prototype.clear = function (mask) {
    clear.call(this, mask);
    if (counted) return;
    counted = true;
    bench.frames++;
    requestAnimationFrame(() => {
      counted = false;
    });
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) bench.longTasks.push({ at: entry.startTime, ms: entry.duration });
  }).observe({ type: 'longtask' });

  /** Drags the map to and fro for so long. */
  bench.pan = (ms) =>
    new Promise((done) => {
      const canvas = document.querySelector('canvas.maplibregl-canvas');
      const box = canvas.getBoundingClientRect();
      const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      const send = (type, dx) => {
        const at = { clientX: middle.x + dx, clientY: middle.y, bubbles: true, button: 0, buttons: 1 };
        (type === 'mousedown' ? canvas : document).dispatchEvent(new MouseEvent(type, at));
      };
      const begin = performance.now();
      send('mousedown', 0);
      const step = () => {
        const gone = performance.now() - begin;
        if (gone > ms) {
          send('mouseup', 0);
          done();
          return;
        }
        send('mousemove', Math.sin(gone / 400) * 200);
        requestAnimationFrame(step);
      };
      requestAnimationFrame(step);
    });
}

async function openSea(browser, bare) {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  page.setDefaultTimeout(longestWait);
  await page.addInitScript(instrument);
  // Without its worker the page has the same map and no vessels.
  if (bare)
    await page.route(/\/worker-[\w-]+\.js$/, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  const session = await page.request.post(`${url}/api/v1/session`, {
    headers: { Origin: url },
    data: { userName, password, purpose: 'sea-watch' },
  });
  if (!session.ok()) throw new Error(`sign-in: ${session.status()} ${await session.text()}`);
  await page.goto(`${url}/sea`);
  await page.waitForSelector('canvas.maplibregl-canvas', { state: 'attached' });
  await page.waitForFunction(() => window.fourfoldBench.frames > 0, null, { timeout: longestWait });
  return page;
}

async function mainThread(page, ms) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const busy = async () =>
    (await devtools.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  const from = { busy: await busy(), frames: await page.evaluate(() => window.fourfoldBench.frames) };
  await page.evaluate((duration) => window.fourfoldBench.pan(duration), ms);
  const frames = (await page.evaluate(() => window.fourfoldBench.frames)) - from.frames;
  return {
    millisecondsAFrame: ((await busy()) - from.busy) / Math.max(1, frames),
    framesASecond: frames / (ms / 1000),
  };
}

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

const browser = await chromium.launch({ executablePath, args: flags });
try {
  const page = await openSea(browser, false);
  await page.waitForTimeout(settleMilliseconds);
  await page.evaluate(() => {
    window.fourfoldBench.longTasks.length = 0;
    window.fourfoldBench.watching = true;
  });
  await page.waitForTimeout(milliseconds);
  const { delays, longTasks } = await page.evaluate(() => {
    window.fourfoldBench.watching = false;
    return { delays: window.fourfoldBench.delays, longTasks: window.fourfoldBench.longTasks };
  });
  delays.sort((a, b) => a - b);
  const live = await mainThread(page, milliseconds / 2);
  const panTasks = await page.evaluate((before) => window.fourfoldBench.longTasks.slice(before), longTasks.length);
  await page.context().close();
  const bareMap = await openSea(browser, true);
  await bareMap.evaluate((duration) => window.fourfoldBench.pan(duration), settleMilliseconds);
  const bare = await mainThread(bareMap, milliseconds / 2);
  const result = {
    changes: delays.length,
    p50: at(delays, 0.5),
    p99: at(delays, 0.99),
    worst: at(delays, 1),
    longTasks: longTasks.length,
    longTasksPanning: panTasks.length,
    longest: Math.max(0, ...longTasks.map(({ ms }) => ms), ...panTasks.map(({ ms }) => ms)),
    live,
    bare,
  };
  console.log(JSON.stringify(result));
} finally {
  await browser.close();
}
