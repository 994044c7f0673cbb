/** The session of a tab and what happens in it: events get their session and number here. */
import { add, flush, open, quietly, restore, save, tab, type Body } from "./outbox";

/** `value`: of an answer, a comment or visible time; `more`: flat details. */
export type Record = (kind: string, name?: string, value?: string | number, more?: object) => void;
export type Format = (at: number, kind: string, name?: string, value?: string | number, more?: object) => object;

const IDLE = 18e5;

let format: Format;
let seenSince = 0; // 0 while hidden
let seen = 0; // milliseconds not yet told

/** A page by its path; a hash is part of it where it is a route, a query never. The intake takes off `/m/<mock>`. */
export const page = (): string => location.pathname + (location.hash.match(/^#!?\/[^?]*/) || "");

export const on = (target: EventTarget, type: string, act: (event: any) => void): void =>
  target.addEventListener(type, (event) => quietly(() => act(event)), true);

export const record: Record = (kind, name, value, more) =>
  quietly(() => {
    const now = Date.now();
    look(now);
    if (tab.n && now - tab.a > IDLE) {
      tellTime(now);
      begin();
      if (kind != "view") push(now, "view");
    }
    tab.a = now;
    push(now, kind, name, value, more);
  });

export function openTab(key: string, endpoint: string, body: Body, chosen: Format): void {
  format = chosen;
  open(key, endpoint, body);
  takeFromAddress();
  if (!tab.s || tab.o) begin(); // still open elsewhere: copied from a tab that goes on with these numbers
  show();
  on(document, "visibilitychange", () => show());
  on(window, "pagehide", () => show(true));
  on(window, "pageshow", (event: PageTransitionEvent) => {
    if (event.persisted) {
      restore();
      show();
      record("view");
    }
  });
}

/** Time counts while the page is seen. When it no longer is, all goes out: it may be the last moment. */
function show(leaving?: boolean): void {
  const now = Date.now();
  const visible = !leaving && !document.hidden;
  look(now);
  tellTime(now);
  seenSince = visible ? now : 0;
  tab.o = +visible;
  save();
  visible || flush(leaving);
}

function look(now: number): void {
  if (seenSince) {
    seen += Math.min(now - seenSince, IDLE);
    seenSince = now;
  }
}

function tellTime(now: number): void {
  if (seen) push(now, "time", undefined, seen);
  seen = 0;
}

function push(now: number, kind: string, name?: string, value?: string | number, more?: object): void {
  tab.n++;
  add(format(now, kind, name, typeof value == "string" ? value.slice(0, 2e3) : value, more));
}

function begin(): void {
  tab.s = Math.random().toString(36).slice(2) + Date.now();
  tab.n = 0;
}

/** `?t=<code of the link>` and `?preview` are read once, kept for the tab, and leave the address bar. */
function takeFromAddress(): void {
  const url = new URL(location.href);
  const asked = url.searchParams;
  const code = asked.get("t");
  if (code && code != tab.c) {
    tab.c = code;
    tab.s = "";
  }
  if (asked.has("preview")) tab.p = 1;
  if (code == null && !asked.has("preview")) return; // a query that is not ours stays as it is written
  asked.delete("t");
  asked.delete("preview");
  history.replaceState(history.state, "", url);
}
