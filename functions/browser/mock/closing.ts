import { all, one } from "./dom";
import { recall, remember } from "./memory";
import { report, reportOnce } from "./report";

/** The two questions at an end: sent once, thanked for in any case. */
export const startClosing = (page: HTMLElement): void => {
  const form = one<HTMLFormElement>(page, "[data-closing]");
  const thanks = one(page, "[data-thanks]");
  const screen = recall("screen");
  const resume = page.querySelector<HTMLAnchorElement>("[data-resume]");
  if (screen && resume) resume.href = `../s/${screen}/`;
  if (page.dataset["end"] === "finish") reportOnce("step", "done");
  if (recall("sent")) return thank(page, form, thanks, false);
  one<HTMLFieldSetElement>(form, "[data-enable]").disabled = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (form.hidden) return; // a second press came before the thanks were seen
    const answers = all<HTMLInputElement>(form, "input:checked");
    const comment = one<HTMLTextAreaElement>(form, "textarea").value.trim();
    const alert = one(form, "[data-alert]");
    if (!answers.length && !comment) {
      alert.textContent = alert.dataset["text"] ?? "";
      return alert.focus();
    }
    for (const { name, value } of answers) report("answer", name, value);
    if (comment) report("comment", "", comment);
    remember("sent", "1");
    thank(page, form, thanks, true);
  });
};

const thank = (page: HTMLElement, form: HTMLElement, thanks: HTMLElement, now: boolean): void => {
  form.hidden = true;
  thanks.hidden = false;
  page.toggleAttribute("data-sent", true);
  if (now) one(thanks, "h2").focus();
};
