/** What a page does by itself: views, clicks on `[data-track]`, forms. */
import { on, page, record } from "./tab";

/** `data-track` names an element, or only says that it is tracked ("true", ""): then its other names are taken. */
const nameOf = (element: HTMLElement): string => {
  const { track, trackName, elementName } = element.dataset;
  return (track != "true" && track) || trackName || elementName || element.getAttribute("id") || element.localName;
};

/** The element of the event that is being dispatched, by kind. */
export const now: { [kind: string]: HTMLElement | 0 } = {};

/** `forms`: selector of those that are recorded. */
export function watch(forms: string): void {
  let shown: string;
  const view = (): void => {
    if (shown != page() && !document.hidden) {
      shown = page();
      record("view");
    }
  };
  for (const name of ["pushState", "replaceState"] as const) {
    const own = history[name];
    history[name] = function (...change: any) {
      own.apply(this, change);
      view();
    };
  }
  on(window, "popstate", view);

  const listen = (type: string, kind: string, selector: string): void => {
    on(document, type, (event) => {
      const element = event.target.closest(selector);
      // A click on a label makes the browser click its control in the same breath: still one click of the person.
      if (element && element != now[kind]) {
        now[kind] = element;
        setTimeout(() => (now[kind] = 0));
        record(kind, nameOf(element));
      }
    });
  };
  listen("click", "click", "[data-track]");
  listen("submit", "form", forms);
  on(document, "visibilitychange", view); // prerendered, or opened behind others: seen when it is shown
  view();
}

/** Whether the person asked not to be tracked: Do Not Track, or Global Privacy Control. */
export const refused = (): unknown =>
  navigator.doNotTrack == "1" || (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl;
