import { all, filled, one, press, type Start } from "../dom";

/** Milliseconds that a day's times seem to be looked up. */
const LOOKING = 350;
const MOVES: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

export const start: Start = (root, words) => {
  const months = all(root, "[data-month]");
  const days = all(root, "[data-day]");
  const sets = all<HTMLFieldSetElement>(root, "[data-times]");
  const turns = all(root, "[data-to]");
  if (!days.length) return;
  const status = one(root, "[data-status]");
  let month = 0;
  let timer = 0;

  /** Read out; what was chosen is shown, too. */
  const say = (text: string | null, chosen = false): void => {
    status.textContent = text;
    status.classList.toggle("sr", !chosen);
  };
  /** The one day of the grid that the tab key reaches. */
  const reach = (day: HTMLElement): void => days.forEach((other) => (other.tabIndex = other === day ? 0 : -1));
  const turn = (to: number): void => {
    month = to;
    months.forEach((each, n) => (each.hidden = n !== month));
    turns.forEach((button) => button.setAttribute("aria-disabled", String(!months[month + Number(button.dataset["to"])])));
  };
  const show = (day: HTMLElement): void => {
    root.removeAttribute("aria-busy");
    one(root, "[data-loading]").hidden = true;
    for (const set of sets) set.hidden = set.dataset["times"] !== day.dataset["day"];
  };
  const pick = (day: HTMLElement): void => {
    press(days, day);
    reach(day);
    for (const set of sets) set.hidden = true;
    one(root, "[data-loading]").hidden = false;
    root.setAttribute("aria-busy", "true");
    for (const input of all<HTMLInputElement>(root, ":checked")) input.checked = false;
    say(words["loading"]!);
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      show(day);
      say(day.getAttribute("aria-label"));
    }, LOOKING);
  };

  for (const day of days) {
    day.onclick = () => pick(day);
    day.onkeydown = (event) => {
      const move = MOVES[event.key];
      if (!move) return;
      event.preventDefault();
      const at = Number(day.dataset["day"]);
      const ahead = move > 0 ? days : [...days].reverse();
      const next = ahead.find(({ dataset }) => {
        const far = Number(dataset["day"]) - at;
        return far * move > 0 && far % (move % 7 ? 1 : 7) === 0;
      });
      if (!next) return;
      turn(months.findIndex((each) => each.contains(next)));
      reach(next);
      next.focus();
    };
  }
  for (const button of turns)
    button.onclick = () => {
      const to = month + Number(button.dataset["to"]);
      if (!months[to]) return;
      turn(to);
      reach(one(months[to]!, "[data-day]"));
      say(one(months[to]!, "caption").textContent);
    };
  root.addEventListener("change", ({ target }) => {
    say(filled(words["chosen"], { time: (target as HTMLInputElement).value }), true);
  });

  one(root, "[data-turn]").hidden = months.length < 2;
  const first = days.find((day) => day.dataset["full"] === undefined) ?? days[0]!;
  turn(months.findIndex((each) => each.contains(first)));
  press(days, first);
  reach(first);
  show(first);
  return () => (root.querySelector(":checked") ? null : words["missing"]!);
};
