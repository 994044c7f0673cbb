import { all, filled, one, type Start } from "../dom";

export const start: Start = (root, words) => {
  const input = one<HTMLInputElement>(root, "[data-file]");
  const zone = one(root, "[data-drop]");
  const error = one(root, "[data-error]");
  const status = one(root, "[data-status]");
  const own = one(root, "[data-own]");
  const findings = all(root, "[data-finding]");
  const entries = [...findings, own];
  const refresh = (): void => {
    one(root, "[data-empty]").hidden = entries.some((entry) => !entry.hidden);
  };

  /** Seems to read for a second; nothing is opened. */
  const read = (entry: HTMLElement, name: string): void => {
    const bar = one<HTMLProgressElement>(entry, "progress");
    error.textContent = "";
    status.textContent = filled(words["reading"], { name });
    entry.hidden = bar.hidden = false;
    entry.dataset["reading"] = "1";
    bar.value = 0;
    entry.parentElement!.prepend(entry);
    refresh();
    const timer = window.setInterval(() => {
      bar.value += 15;
      if (bar.value < 100) return;
      clearInterval(timer);
      bar.hidden = true;
      delete entry.dataset["reading"];
      status.textContent = filled(words["done"], { name });
    }, 120);
  };
  const take = (file: File | undefined): void => {
    if (!file) return;
    const { accepts = "", wrong } = error.dataset;
    const { name } = file;
    input.value = "";
    if (accepts && !accepts.toLowerCase().split(" ").some((ending) => name.toLowerCase().endsWith(ending))) {
      error.textContent = wrong || filled(words["wrong"], { name, accepts });
      return;
    }
    one(own, "[data-name]").textContent = name;
    one(own, "[data-note]").textContent = words["own"]!;
    read(own, name);
  };

  entries.forEach((entry) => {
    const remove = one(entry, "[data-remove]");
    entry.hidden = true;
    remove.hidden = false;
    remove.onclick = () => {
      entry.hidden = true;
      status.textContent = filled(words["removed"], { name: one(entry, "[data-name]").textContent ?? "" });
      refresh();
      input.focus();
    };
  });
  all(root, "[data-sample]").forEach((button, n) => {
    button.onclick = () => read(findings[n]!, one(button, "strong").textContent ?? "");
  });
  input.onchange = () => take(input.files?.[0]);
  zone.ondragover = (event) => {
    event.preventDefault();
    zone.dataset["over"] = "";
  };
  zone.ondragleave = () => delete zone.dataset["over"];
  zone.ondrop = (event) => {
    event.preventDefault();
    delete zone.dataset["over"];
    take(event.dataTransfer?.files[0]);
  };
  refresh();
  return () => {
    const taken = entries.filter((entry) => !entry.hidden);
    const read = taken.some((entry) => !entry.dataset["reading"]);
    return read ? null : words[taken.length ? "busy" : "missing"]!;
  };
};
