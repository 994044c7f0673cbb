import { all, filled, one, type Start } from "../dom";
import { answer, check, watch } from "../fields";

/** An answer with its unit. */
const told = (field: HTMLElement): string => {
  const text = answer(field);
  return text && text + (field.dataset["unit"] ?? "");
};

export const start: Start = (root, words) => {
  const pages = all(root, "[data-page]");
  const dots = all(root, "[data-dot]");
  const last = pages.length - 1;
  const answers = one(root, "dl");
  let now = 0;

  const show = (next: number): void => {
    now = next;
    pages.forEach((page, n) => (page.hidden = n !== now));
    dots.forEach((dot, n) => {
      dot.toggleAttribute("data-done", n < now);
      if (n === now) dot.setAttribute("aria-current", "step");
      else dot.removeAttribute("aria-current");
    });
    one(root, "[data-back]").hidden = !now;
    one(root, "[data-next]").hidden = now === last;
    one(root, "[data-fill]").hidden = now === last || !one(pages[now]!, "[data-field]");
    one(root, "[data-summary]").hidden = true;
    one(root, "[data-status]").textContent = filled(words["page"], { page: now + 1, pages: last + 1 });
    root.toggleAttribute("data-open", now < last);
    if (now === last) gather();
  };
  const turn = (next: number): void => {
    show(next);
    one(pages[now]!, "h2").focus();
  };
  /** The last page: every answer with the way back to it. */
  const gather = (): void => {
    answers.textContent = "";
    for (const field of all(root, "[data-field]")) {
      const entry = answers.appendChild(document.createElement("div"));
      const label = field.dataset["label"]!;
      entry.appendChild(document.createElement("dt")).textContent = label;
      entry.appendChild(document.createElement("dd")).textContent = told(field) || words["none"]!;
      const change = entry.appendChild(document.createElement("dd")).appendChild(document.createElement("button"));
      change.type = "button";
      change.className = "link";
      change.textContent = words["change"]!;
      change.setAttribute("aria-label", filled(words["change_label"], { label }));
      change.onclick = () => {
        turn(pages.findIndex((page) => page.contains(field)));
        one(field, "input,select,textarea").focus();
      };
    }
  };
  const forward = (): string | null => {
    const wrong = check(root, pages[now]!, words);
    if (!wrong && now < last) turn(now + 1);
    return wrong;
  };

  watch(root, words);
  one(root, "[data-back]").onclick = () => turn(now - 1);
  root.addEventListener("submit", forward);
  one(root, "[data-turn]").hidden = false;
  show(0);
  return () => {
    if (now === last) return null;
    return forward() ?? words["unfinished"]!;
  };
};
