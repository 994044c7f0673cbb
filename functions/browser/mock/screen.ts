import { all, one, type Ready, type Start, type Words } from "./dom";
import { remember } from "./memory";
import { report, reportOnce } from "./report";

/** How long the service seems to work, in ms: long enough to be read, short enough to be believed. */
const WAIT = 1600;

/** A screen of the experience: its part comes to life, its actions check and wait before they lead on. */
export const startScreen = (stage: HTMLElement, parts: Record<string, Start>): void => {
  const { screen = "", first } = stage.dataset;
  remember("screen", screen);
  if (first !== undefined) reportOnce("step", "start");
  report("step", screen);
  const ready = startPart(one(stage, "[data-part]"), parts);
  const actions = all<HTMLAnchorElement>(stage, "[data-action]");
  for (const action of actions)
    action.addEventListener("click", (event) => {
      if (action.hasAttribute("aria-disabled")) return event.preventDefault();
      const alert = one(stage, "[data-stage-alert]");
      const message = action.dataset["checks"] === undefined ? null : ready();
      alert.textContent = message ?? "";
      if (message !== null) {
        event.preventDefault();
        // A part that showed the place itself has moved the focus there.
        if (document.activeElement === action) alert.focus();
        return;
      }
      const { wait } = action.dataset;
      if (!wait || event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      pause(stage, actions, action, wait);
    });
};

const startPart = (root: HTMLElement, parts: Record<string, Start>): Ready => {
  const words = JSON.parse(root.dataset["words"] || "{}") as Words;
  return parts[root.dataset["part"] ?? ""]?.(root, words) ?? (() => null);
};

/** The service seems to work, then the screen is left. Coming back by the browser's button finds it at rest. */
const pause = (stage: HTMLElement, actions: HTMLElement[], taken: HTMLAnchorElement, text: string): void => {
  const status = one(stage, "[data-stage-status]");
  const busy = (on: boolean): void => {
    stage.toggleAttribute("data-busy", on);
    status.textContent = on ? text : "";
    for (const action of actions)
      if (on) action.setAttribute("aria-disabled", "true");
      else action.removeAttribute("aria-disabled");
  };
  busy(true);
  setTimeout(() => location.assign(taken.href), WAIT);
  addEventListener("pageshow", (event) => event.persisted && busy(false), { once: true });
};
