import { all, filled, one, type Words } from "./dom";

/** The native control; checked natively, told in our words. */
type Control = HTMLInputElement;

const controls = (field: HTMLElement): Control[] => all<Control>(field, "input,select,textarea");

/** What a field holds, as text; choices joined. */
export const answer = (field: HTMLElement, between = ", "): string =>
  controls(field)
    .filter(({ type, checked }) => checked || !/radio|checkbox/.test(type))
    .map(({ value }) => value.trim())
    .filter(Boolean)
    .join(between);

const problem = (field: HTMLElement, words: Words): string => {
  const { type, min, max, validity } = controls(field)[0]!;
  const { label = "", required } = field.dataset;
  const bad = validity.typeMismatch || validity.patternMismatch || validity.badInput;
  const key = bad
    ? type
    : answer(field)
      ? validity.rangeUnderflow
        ? "least"
        : validity.rangeOverflow
          ? "most"
          : ""
      : required !== undefined
        ? /radio|checkbox|select/.test(type)
          ? "pick"
          : "missing"
        : "";
  return key && filled(words[key], { label, min, max });
};

/** Shows or clears the field's message; the message. */
const judge = (field: HTMLElement, words: Words): string => {
  const message = problem(field, words);
  one(field, "[data-error]").textContent = message;
  for (const control of controls(field))
    if (message) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  return message;
};

/** Checks the fields in `scope`, lists what is wrong in `form`'s summary and puts the focus there. */
export const check = (form: HTMLElement, scope: HTMLElement, words: Words): string | null => {
  const summary = one(form, "[data-summary]");
  const list = one(summary, "ul");
  list.textContent = "";
  for (const field of all(scope, "[data-field]")) {
    const message = judge(field, words);
    if (!message) continue;
    const link = document.createElement("a");
    const [control] = controls(field);
    link.href = "#" + control!.id;
    link.textContent = message;
    link.onclick = (event) => {
      event.preventDefault();
      control!.focus();
    };
    list.appendChild(document.createElement("li")).append(link);
  }
  const count = list.childElementCount;
  summary.hidden = !count;
  if (count) summary.focus();
  return count ? filled(words["wrong"], { count }) : null;
};

/** A field that was found wrong is judged again while it is mended; samples fill what is empty. */
export const watch = (form: HTMLElement, words: Words): void => {
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", ({ target }) => {
    const field = (target as HTMLElement).closest<HTMLElement>("[data-field]");
    if (field && one(field, "[aria-invalid]")) judge(field, words);
  });
  const fill = one(form, "[data-fill]");
  fill.hidden = false;
  fill.onclick = () => {
    for (const field of all(form, "[data-field]")) {
      const [control] = controls(field);
      if (answer(field) || field.closest("[hidden]")) continue;
      if (/radio|checkbox/.test(control!.type)) control!.checked = true;
      else if (control instanceof HTMLSelectElement) control.selectedIndex = 1;
      else control!.value = (control!.dataset["sample"] ?? "").replace(/^(例|e\.?g\.?|ex\.?)[\s:：,、）)]+/i, "") || control!.min;
      judge(field, words);
    }
  };
};
