/**
 * Events of a tab on their way to the server. A batch is kept until the server has answered, across the pages of the
 * tab, and is sent again with the same numbers in it: arriving twice does no harm, not arriving does.
 *
 * State stands in variables of the module, not in objects: every page has one of each, and minified it is small.
 */

/** `s`: session, `c`: code of the link, `p`: 1 if marked as own testing, `e`: events. */
export interface Batch {
  s: string;
  c: string;
  p: number;
  e: object[];
}

/** What outlives a page. `n`: last number given, `a`: last activity, `o`: 1 while the page is seen, `q`: batches. */
export interface Tab {
  s: string;
  n: number;
  a: number;
  c: string;
  p: number;
  o: number;
  q: Batch[];
}

export type Body = (batch: Batch) => object;

export const tab: Tab = { s: "", n: 0, a: 0, c: "", p: 0, o: 0, q: [] };

const flying = new Set<Batch>();
let place: string;
let address: string;
let toBody: Body;
let timer = 0;
let failures = 0;

/** `key` of the mock: several of one origin may be opened in a tab. */
export function open(key: string, endpoint: string, body: Body): void {
  place = "mlew" + key;
  address = endpoint;
  toBody = body;
  restore();
  addEventListener("online", () => flush());
}

/** What the tab has kept: at the start, and when a page is shown again after another one of the tab went on. */
export function restore(): void {
  flying.clear();
  quietly(() => Object.assign(tab, JSON.parse(sessionStorage.getItem(place)!))); // if denied, it has what it has
  if (tab.q[0]) later(0);
}

export function save(): void {
  quietly(() => sessionStorage.setItem(place, JSON.stringify(tab))); // if denied or full, it is sent from memory
}

export function add(event: object): void {
  let batch = tab.q[tab.q.length - 1];
  if (
    !batch ||
    flying.has(batch) ||
    batch.s != tab.s ||
    batch.e.length > 19 ||
    JSON.stringify(batch).length > 9e3 // with the event that fills it and in UTF-8 well below a beacon's 64 KB
  ) {
    batch = { s: tab.s, c: tab.c, p: tab.p, e: [] };
    tab.q.push(batch);
    if (tab.q.length > 40) tab.q.shift();
  }
  batch.e.push(event);
  save();
  later(2e3);
}

/** Sends all that is not on its way. `leaving`: no answer will be heard, so it stays for the tab's next page. */
export function flush(leaving?: boolean): unknown[] {
  clearTimeout(timer);
  timer = 0;
  return tab.q.map(async (batch) => {
    if (flying.has(batch)) return;
    flying.add(batch);
    let status = 500;
    try {
      const body = JSON.stringify(toBody(batch));
      if (leaving) navigator.sendBeacon(address, body);
      else status = (await fetch(address, { method: "POST", body, keepalive: true })).status;
    } catch {} // offline, or a browser that has been changed
    if (leaving) return;
    flying.delete(batch);
    // 429 and 5xx: again, with the same numbers. Any other answer is the last one.
    if (status > 428) later(Math.min(6e4, 1e3 * 2 ** failures++) * (1 - Math.random() / 2));
    else {
      failures = 0;
      tab.q = tab.q.filter((other) => other != batch);
      save();
    }
  });
}

function later(milliseconds: number): void {
  timer = timer || setTimeout(flush, milliseconds);
}

/** Whatever goes wrong in `act` is not the page's business. */
export function quietly(act: () => void): void {
  try {
    act();
  } catch {}
}
